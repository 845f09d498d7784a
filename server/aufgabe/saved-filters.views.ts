import type { SavedFilterRow } from '../contract/aufgaben-views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { countAufgaben } from './aufgaben-list.views.js';
import { filterSchema } from './aufgaben-question.js';

/** As many tabs as a screen bears; each is counted. */
const SHOWN = 20;

/**
 * The person's own filters, then those that colleagues of the unit share. One that this version does not understand any more
 * is left out: it would find something else than it says.
 */
export async function findFilters(tx: Transaction): Promise<Omit<SavedFilterRow, 'count'>[]> {
  const person = personOf(tx);
  const rows = await tx.query<Omit<SavedFilterRow, 'count'>>(
    `SELECT s.id, s.name, s.list, s.filter, s.unit_id IS NOT NULL AS shared, s.person_id = $1 AS own,
            CASE WHEN s.person_id <> $1 THEN p.name END AS owner
       FROM aufgaben_filter s JOIN person p ON p.id = s.person_id WHERE s.person_id = $1 OR s.unit_id = $2
      ORDER BY s.person_id <> $1, s.name COLLATE "de-x-icu", s.id LIMIT ${SHOWN}`,
    [person.id, person.unitId],
  );
  return rows.flatMap((row) => {
    const filter = filterSchema.safeParse(row.filter);
    return filter.success ? [{ ...row, filter: filter.data }] : [];
  });
}

/** The same, each with what it finds for whoever asks. */
export async function loadSavedFilters(tx: Transaction): Promise<{ items: SavedFilterRow[] }> {
  const items: SavedFilterRow[] = [];
  for (const row of await findFilters(tx)) {
    items.push({ ...row, count: await countAufgaben(tx, row.list, row.filter) });
  }
  return { items };
}
