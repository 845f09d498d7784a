import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { NameBook } from './names.js';

/** Names of units, of people who can sign in, and of positions. Those of Akten belong to whoever may see them. */
export async function loadNames(queries: Queries): Promise<Omit<NameBook, 'akten'> & { akten: Map<Id, string> }> {
  const rows = await queries.query<{ kind: 'units' | 'people' | 'einheiten'; id: Id; name: string }>(
    `SELECT 'units' AS kind, id, code || ' ' || name AS name FROM unit
     UNION ALL SELECT 'people', id, name FROM person WHERE active
     UNION ALL SELECT 'einheiten', id, kennzeichen || ' ' || titel FROM aktenplaneinheit`,
  );
  const names = { units: new Map<Id, string>(), people: new Map<Id, string>(), einheiten: new Map<Id, string>() };
  for (const { kind, id, name } of rows) names[kind].set(id, name);
  return { ...names, akten: new Map() };
}

/** Aktenzeichen of the protected Akten that these rules speak of and that the person sees. */
export async function aktenzeichenOf(queries: Queries, akteIds: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await queries.query<{ id: Id; aktenzeichen: string }>(
    `SELECT id, aktenzeichen FROM akte WHERE id = ANY($1)`,
    [akteIds],
  );
  return new Map(rows.map(({ id, aktenzeichen }) => [id, aktenzeichen]));
}
