import { isRejection } from '../contract/rejections.js';
import type { SavedSearchRow } from '../contract/search-views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { parseQuery } from './query/parse-query.js';

/** The person's own searches, then those that colleagues of the unit share. */
export async function loadSavedSearches(tx: Transaction): Promise<{ items: SavedSearchRow[] }> {
  const person = personOf(tx);
  const items = await tx.query<SavedSearchRow>(
    `SELECT s.id, s.name, s.query, s.unit_id IS NOT NULL AS shared, s.person_id = $1 AS own,
            CASE WHEN s.person_id <> $1 THEN p.name END AS owner
       FROM saved_search s JOIN person p ON p.id = s.person_id WHERE s.person_id = $1 OR s.unit_id = $2
      ORDER BY s.person_id <> $1, s.name COLLATE "de-x-icu", s.id`,
    [person.id, person.unitId],
  );
  return { items };
}

/** The same, without those that this version cannot ask any more: they stay in their list, where they can be removed. */
export async function findAskable(tx: Transaction): Promise<SavedSearchRow[]> {
  const { items } = await loadSavedSearches(tx);
  return items.filter(({ query }) => !isRejection(parseQuery(query)));
}
