import { ROLE_PERMISSIONS, type Role } from '../contract/permissions.js';
import type { ReceiverRow } from '../contract/eingang-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Where an Eingang `e` was given to, as the running person sees it; NULL while it lies at the desk. */
export const FORWARDING = `CASE WHEN e.forwarded IS NOT NULL THEN jsonb_build_object(
    'to', e.forwarded -> 'to', 'from', e.forwarded -> 'from', 'note', e.forwarded -> 'note', 'at', e.forwarded -> 'at',
    'state', CASE WHEN e.accepted_by IS NULL THEN 'offered' ELSE 'accepted' END,
    'mine', lies_with_viewer(e.receiver_unit_id, e.receiver_id, e.accepted_by)) END`;

export interface Receiver {
  readonly kind: 'person' | 'unit';
  readonly id: Id;
}

/** Roles that may file what is given to them. */
const FILING_ROLES = (Object.keys(ROLE_PERMISSIONS) as Role[]).filter((role) =>
  ROLE_PERMISSIONS[role].includes('posteingang.assign'),
);

const RECEIVERS = `(
  SELECT 'unit' AS kind, u.id, u.code || ' ' || u.name AS name FROM unit u WHERE EXISTS (
    SELECT FROM person p JOIN person_role r ON r.person_id = p.id
     WHERE p.unit_id = u.id AND p.active AND p.kind = 'person' AND r.role = ANY ($1))
  UNION ALL
  SELECT 'person', p.id, p.name || ', ' || u.code || ' ' || u.name FROM person p JOIN unit u ON u.id = p.unit_id
   WHERE p.active AND p.kind = 'person'
     AND EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = ANY ($1))) found`;

// As many as a list shows at once; whoever is not among them is found by typing more of the name.
const SHOWN = 20;

/** Persons and units that may be given an Eingang, by a part of their name. */
export async function findReceivers(queries: Queries, words: string): Promise<ReceiverRow[]> {
  return queries.query<ReceiverRow>(
    `SELECT kind, id, name FROM ${RECEIVERS} WHERE position(lower($2) IN lower(name)) > 0
      ORDER BY kind DESC, name LIMIT ${SHOWN}`,
    [FILING_ROLES, words],
  );
}

/** Name of somebody who may be given an Eingang; null for all others. */
export async function receiverName(queries: Queries, { kind, id }: Receiver): Promise<string | null> {
  const [row] = await queries.query<{ name: string }>(`SELECT name FROM ${RECEIVERS} WHERE kind = $2 AND id = $3`, [
    FILING_ROLES,
    kind,
    id,
  ]);
  return row?.name ?? null;
}

export interface ForwardedFacts {
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly at: string;
}

/** It lies with the receiver from now on, back from wherever it was. */
export async function saveForwarded(
  queries: Queries,
  id: Id,
  receiver: Receiver,
  forwarded: ForwardedFacts,
): Promise<number> {
  return changed(
    queries,
    `UPDATE eingang SET receiver_unit_id = $2, receiver_id = $3, forwarded = $4, returned = NULL, note = NULL,
            state = 'geprueft', version = version + 1 WHERE id = $1 RETURNING version`,
    [
      id,
      receiver.kind === 'unit' ? receiver.id : null,
      receiver.kind === 'person' ? receiver.id : null,
      JSON.stringify(forwarded),
    ],
  );
}

export async function saveAccepted(queries: Queries, id: Id, personId: Id): Promise<number> {
  return changed(
    queries,
    `UPDATE eingang SET accepted_by = $2, version = version + 1 WHERE id = $1 RETURNING version`,
    [id, personId],
  );
}

/** It lies at the desk again, with the reason of whoever sent it back; null: the desk took it back. */
export async function saveReturned(
  queries: Queries,
  id: Id,
  returned: { from: string; reason: string; at: string } | null,
): Promise<number> {
  return changed(
    queries,
    `UPDATE eingang SET receiver_unit_id = NULL, receiver_id = NULL, accepted_by = NULL, forwarded = NULL, returned = $2,
            version = version + 1 WHERE id = $1 RETURNING version`,
    [id, returned && JSON.stringify(returned)],
  );
}

async function changed(queries: Queries, sql: string, parameters: readonly unknown[]): Promise<number> {
  const [row] = await queries.query<{ version: number }>(sql, parameters);
  if (!row) throw new Error('A locked Eingang is not there any more');
  return row.version;
}
