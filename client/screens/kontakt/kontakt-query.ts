import type { KontaktRow } from '../../../server/contract/kontakt-views.js';
import { pagedQuery, type PagedQuery } from '../../live/paged-query.js';

/** Somebody looked for in the register. Call it in an injection context. */
export function kontaktQuery(): PagedQuery<KontaktRow> {
  return pagedQuery(
    (words, after) => `kontakte?q=${encodeURIComponent(words)}${after === null ? '' : `&after=${after}`}`,
    [],
  );
}
