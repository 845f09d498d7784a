import type { Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** What comes from elsewhere is as confidential as it was there. Never lowers. */
export async function raiseStufe(
  queries: Queries,
  kind: 'akte' | 'vorgang',
  id: Id,
  stufe: Vertraulichkeitsstufe,
): Promise<void> {
  await queries.query(
    `UPDATE ${kind} SET vertraulichkeitsstufe = $2, version = version + 1
      WHERE id = $1 AND stufe_rank(vertraulichkeitsstufe) < stufe_rank($2)`,
    [id, stufe],
  );
}

/** How confidential a Vorgang is: its own Stufe or that of its Akte, whichever is higher. */
export async function stufeOfVorgang(queries: Queries, vorgangId: Id): Promise<Vertraulichkeitsstufe> {
  const [row] = await queries.query<{ stufe: Vertraulichkeitsstufe }>(
    `SELECT CASE WHEN stufe_rank(v.vertraulichkeitsstufe) > stufe_rank(a.vertraulichkeitsstufe)
                 THEN v.vertraulichkeitsstufe ELSE a.vertraulichkeitsstufe END AS stufe
       FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = $1`,
    [vorgangId],
  );
  return row?.stufe ?? 'offen';
}
