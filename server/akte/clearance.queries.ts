import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/**
 * Which of these people would see a Vorgang once they have an Aufgabe in it: the same rule as for handing an Aufgabe over. The
 * rights of each are computed anew, 6 ms with 500 rules: ask about a handful.
 */
export async function clearedPeople(
  queries: Queries,
  vorgangId: Id,
  personIds: readonly Id[],
  day: Day,
): Promise<ReadonlySet<Id>> {
  const rows = await queries.query<{ id: Id }>(
    `SELECT p.id FROM unnest($2::uuid[]) AS p (id) CROSS JOIN vorgang v
      WHERE v.id = $1 AND substring(levels_of(p.id, $3), v.access_class, 1) >= '4'`,
    [vorgangId, personIds, day],
  );
  return new Set(rows.map(({ id }) => id));
}
