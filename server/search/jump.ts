import type { SearchView } from '../contract/search-views.js';
import type { Queries } from '../platform/postgres/database.js';
import { referenceKey } from './query/reference-key.js';

/** The one Akte or Vorgang that an Aktenzeichen names, however its zeros and signs were typed; null for other texts. */
export async function findReference(queries: Queries, text: string): Promise<SearchView['jump']> {
  const key = referenceKey(text);
  if (key === null) return null;
  const rows = await queries.query<NonNullable<SearchView['jump']>>(
    `SELECT r.kind, r.id, r.aktenzeichen
       FROM search_entry s
       JOIN (SELECT 'akte' AS kind, id, aktenzeichen FROM akte
             UNION ALL SELECT 'vorgang', id, aktenzeichen FROM vorgang) r ON r.id = s.id
      WHERE s.reference = $1 AND s.kind <> 'dokument' LIMIT 2`,
    [key],
  );
  const [only, other] = rows;
  return only && !other ? only : null;
}
