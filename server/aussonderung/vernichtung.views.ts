import type { VernichtungItemView, VernichtungView } from '../contract/vernichtung-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

// A screen of people; what is older is found by its Loeschnachweis.
const LIMIT = 50;

type Row = Omit<VernichtungView, 'items' | 'proofs' | 'requestedAt'> & {
  readonly requestedAt: Date;
  readonly forms: readonly ('pdf' | 'json')[];
};

/** The newest Vernichtungen with all their Vorgaenge. */
export async function loadVernichtungen(queries: Queries): Promise<{ vernichtungen: VernichtungView[] }> {
  const rows = await queries.query<Row>(
    `SELECT n.id, n.version, n.state, n.reason, n.requested_at AS "requestedAt", r.name AS "requestedBy",
            n.requested_by AS "requestedById", l.name AS "releasedBy",
            ARRAY(SELECT p.form FROM loeschnachweis p WHERE p.vernichtung_id = n.id ORDER BY p.form DESC) AS forms
       FROM vernichtung n JOIN person r ON r.id = n.requested_by LEFT JOIN person l ON l.id = n.released_by
      ORDER BY n.requested_at DESC, n.id LIMIT $1`,
    [LIMIT],
  );
  const items = await queries.query<VernichtungItemView & { ownerId: Id }>(
    `SELECT vernichtung_id AS "ownerId", record_id AS "vorgangId", aktenzeichen, aufbewahrungsende, state,
            exclusion_reason AS "exclusionReason"
       FROM vernichtung_item WHERE vernichtung_id = ANY($1) ORDER BY aktenzeichen`,
    [rows.map(({ id }) => id)],
  );
  return {
    vernichtungen: rows.map(({ forms, requestedAt, ...row }) => ({
      ...row,
      requestedAt: requestedAt.toISOString(),
      items: items.filter(({ ownerId }) => ownerId === row.id).map(({ ownerId: _, ...item }) => item),
      proofs: forms.map((form) => ({ name: proofName(row.id, form), url: `/api/vernichtungen/${row.id}/${form}` })),
    })),
  };
}

/** Name under which a proof is downloaded. */
export function proofName(vernichtungId: Id, form: string): string {
  return `Loeschnachweis-${vernichtungId}.${form}`;
}
