import type { AufgabenFilter, AufgabenList } from '../contract/aufgaben-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface SavedFilter {
  readonly id: Id;
  readonly personId: Id;
  readonly unitId: Id | null;
  readonly name: string;
  readonly list: AufgabenList;
  readonly filter: AufgabenFilter;
}

/** Keeps a filter. @returns false where the person has one of this name */
export async function insertFilter(
  queries: Queries & { readonly mandantId: Id },
  { id, personId, unitId, name, list, filter }: SavedFilter,
): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO aufgaben_filter (id, mandant_id, person_id, unit_id, name, list, filter)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (person_id, name) DO NOTHING RETURNING id`,
    [id, queries.mandantId, personId, unitId, name, list, JSON.stringify(filter)],
  );
  return rows.length > 0;
}

/** Deletes a filter of this person. @returns its name, or null where there is none */
export async function deleteFilter(queries: Queries, id: Id, personId: Id): Promise<string | null> {
  const [row] = await queries.query<{ name: string }>(
    `DELETE FROM aufgaben_filter WHERE id = $1 AND person_id = $2 RETURNING name`,
    [id, personId],
  );
  return row?.name ?? null;
}
