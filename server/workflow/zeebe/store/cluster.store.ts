import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';

/** The marker that the cluster keeps for this Mandant; null before the first. */
export async function markerOf(queries: Queries): Promise<Id | null> {
  const [row] = await queries.query<{ marker: Id }>(
    `SELECT marker FROM engine.zeebe_cluster WHERE mandant_id = current_mandant()`,
  );
  return row?.marker ?? null;
}

/** Notes the marker that the cluster has taken. */
export async function saveMarker(queries: Queries, mandantId: Id, marker: Id, now: Date): Promise<void> {
  await queries.query(
    `INSERT INTO engine.zeebe_cluster (mandant_id, marker, marked_at) VALUES ($1, $2, $3)
     ON CONFLICT (mandant_id) DO UPDATE SET marker = excluded.marker, marked_at = excluded.marked_at`,
    [mandantId, marker, now],
  );
}

/** Whether jobs have come since the marker, which was set before `before`. */
export async function markerIsOld(queries: Queries, before: Date): Promise<boolean> {
  const [row] = await queries.query<{ old: boolean }>(
    `SELECT EXISTS (SELECT FROM engine.zeebe_cluster c
                     WHERE c.mandant_id = current_mandant() AND c.marked_at < $1
                       AND EXISTS (SELECT FROM engine.zeebe_job j
                                    WHERE j.mandant_id = c.mandant_id AND j.created_at > c.marked_at)) AS old`,
    [before],
  );
  return row?.old ?? false;
}
