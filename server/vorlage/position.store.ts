import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** A position and everything above it; `$1` is the position. */
const WAY = `WITH RECURSIVE way AS (
  SELECT id, parent_id FROM aktenplaneinheit WHERE id = $1
  UNION ALL SELECT e.id, e.parent_id FROM aktenplaneinheit e JOIN way ON way.parent_id = e.id)`;

/** Says where a template is offered from now on. @returns false where one of the positions does not exist */
export async function savePositions(
  queries: Queries & { readonly mandantId: Id },
  vorlageId: Id,
  einheitIds: readonly Id[],
): Promise<boolean> {
  const wanted = [...new Set(einheitIds)];
  const known = await queries.query<{ id: Id }>(`SELECT id FROM aktenplaneinheit WHERE id = ANY ($1)`, [wanted]);
  if (known.length < wanted.length) return false;
  await queries.query(`DELETE FROM vorlage_position WHERE vorlage_id = $1`, [vorlageId]);
  await queries.query(
    `INSERT INTO vorlage_position (mandant_id, vorlage_id, aktenplaneinheit_id) SELECT $1, $2, e FROM unnest($3::uuid[]) e`,
    [queries.mandantId, vorlageId, wanted],
  );
  return true;
}

/** Which of these templates are offered at a position of the Aktenplan. */
export async function offeredAt(queries: Queries, einheitId: Id, vorlageIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await queries.query<{ id: Id }>(
    `${WAY} SELECT v AS id FROM unnest($2::uuid[]) v
      WHERE NOT EXISTS (SELECT FROM vorlage_position p WHERE p.vorlage_id = v)
         OR EXISTS (SELECT FROM vorlage_position p JOIN way ON way.id = p.aktenplaneinheit_id WHERE p.vorlage_id = v)`,
    [einheitId, vorlageIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Position of the Akte that a Vorgang lies in; null for one that is not there. */
export async function einheitOfVorgang(queries: Queries, vorgangId: Id): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id }>(
    `SELECT a.aktenplaneinheit_id AS id FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = $1`,
    [vorgangId],
  );
  return row?.id ?? null;
}
