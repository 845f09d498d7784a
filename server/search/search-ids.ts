import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { findCandidates } from './candidates.js';
import { parseQuery } from './query/parse-query.js';
import { tsquery, widenable } from './query/tsquery.js';
import { compoundsOf } from './widen.js';

/**
 * Every record of one kind that the search finds as typed and that the person sees, at most so many. Similar words are not
 * tried: what somebody wants to change they have to have named.
 */
export async function idsOfSearch(
  tx: Transaction,
  text: string,
  kind: 'akte' | 'vorgang' | 'dokument',
  most: number,
): Promise<Id[] | Rejection> {
  const query = parseQuery(text);
  if (isRejection(query)) return query;
  const words = tsquery(query, await compoundsOf(tx, widenable(query)));
  if (query.filters.kind !== undefined && query.filters.kind !== kind) return [];
  const candidates = await findCandidates(tx, words, { ...query.filters, kind }, most);
  return candidates.map(({ id }) => id);
}
