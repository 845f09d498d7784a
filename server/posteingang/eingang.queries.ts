import type { RechnungFacts } from '../contract/examination.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** What the examination read of the invoice in an Eingang; null where there is none. */
export async function rechnungOfEingang(queries: Queries, eingangId: Id): Promise<RechnungFacts | null> {
  const [row] = await queries.query<{ rechnung: RechnungFacts | null }>(
    `SELECT examination -> 'rechnung' AS rechnung FROM eingang WHERE id = $1`,
    [eingangId],
  );
  return row?.rechnung ?? null;
}
