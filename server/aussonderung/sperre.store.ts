import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export type SperreObject = 'akte' | 'vorgang' | 'dokument';

/**
 * The record under a Sperre to be, with its name, locked FOR UPDATE with all Vorgaenge in it: whatever removes something of
 * it waits, and then sees the Sperre (migration 0020). Null for an unknown one.
 */
export async function lockSperreObject(queries: Queries, kind: SperreObject, id: Id): Promise<{ name: string } | null> {
  const [row] = await queries.query<{ name: string }>(
    `SELECT ${kind === 'dokument' ? 'betreff' : 'aktenzeichen'} AS name FROM ${kind} WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (kind !== 'dokument') {
    await queries.query(
      `SELECT v.id FROM vorgang v WHERE v.id IN (SELECT vorgaenge_of($1, $2)) ORDER BY v.id FOR UPDATE`,
      [kind, id],
    );
  }
  return row ?? null;
}

export interface NewSperre {
  readonly id: Id;
  readonly mandantId: Id;
  readonly objectKind: SperreObject;
  readonly objectId: Id;
  readonly reason: string;
  readonly at: Date;
  readonly personId: Id;
}

export async function insertSperre(queries: Queries, sperre: NewSperre): Promise<void> {
  const { id, mandantId, objectKind, objectId, reason, at, personId } = sperre;
  await queries.query(
    `INSERT INTO sperre (id, mandant_id, object_kind, object_id, reason, set_at, set_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, mandantId, objectKind, objectId, reason, at, personId],
  );
}

export interface LockedSperre {
  readonly objectKind: SperreObject;
  readonly objectId: Id;
  readonly reason: string;
  readonly liftedAt: Date | null;
}

export async function lockSperre(queries: Queries, id: Id): Promise<LockedSperre | null> {
  const [row] = await queries.query<LockedSperre>(
    `SELECT object_kind AS "objectKind", object_id AS "objectId", reason, lifted_at AS "liftedAt"
       FROM sperre WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export async function saveLifted(
  queries: Queries,
  id: Id,
  lifted: { readonly at: Date; readonly personId: Id; readonly reason: string },
): Promise<void> {
  await queries.query(`UPDATE sperre SET lifted_at = $2, lifted_by = $3, lifting_reason = $4 WHERE id = $1`, [
    id,
    lifted.at,
    lifted.personId,
    lifted.reason,
  ]);
}
