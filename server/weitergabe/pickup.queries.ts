import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Aktenzeichen of the Akte that is handed over. */
export async function aktenzeichenOf(queries: Queries, akteId: Id): Promise<string> {
  const [row] = await queries.query<{ aktenzeichen: string }>(`SELECT aktenzeichen FROM akte WHERE id = $1`, [akteId]);
  if (!row) throw new Error('A Weitergabe without its Akte');
  return row.aktenzeichen;
}
