import type { Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

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
