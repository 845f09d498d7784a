import type { KontaktFacts } from '../contract/kontakt-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { labelOf } from './kontakt.js';

/** How somebody of the register is called; null for an unknown one. */
export async function labelOfKontakt(queries: Queries, id: Id): Promise<string | null> {
  const [row] = await queries.query<Pick<KontaktFacts, 'art' | 'name' | 'vorname'>>(
    `SELECT art, name, vorname FROM kontakt WHERE id = $1`,
    [id],
  );
  return row ? labelOf(row) : null;
}
