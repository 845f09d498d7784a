import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Name of the Mandant that waits for what this Aufgabe asks; null where it belongs to no Ersuchen. */
export async function whoWaitsFor(queries: Queries, aufgabeId: Id): Promise<string | null> {
  const [row] = await queries.query<{ name: string }>(
    `SELECT other_name AS name FROM ersuchen WHERE aufgabe_id = $1 AND ended_at IS NULL`,
    [aufgabeId],
  );
  return row?.name ?? null;
}

/** How many a Vorgang has, in both directions; null where there are none and nobody whom one could ask. */
export async function countErsuchen(queries: Queries, vorgangId: Id): Promise<number | null> {
  const [row] = await queries.query<{ count: number; askable: boolean }>(
    `SELECT (SELECT count(*)::int FROM ersuchen WHERE vorgang_id = $1) AS count,
            EXISTS (SELECT FROM other_mandanten()) AS askable`,
    [vorgangId],
  );
  return row && (row.count > 0 || row.askable) ? row.count : null;
}
