import type { EinheitState, PathStep } from '../contract/aktenplan-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { akteObstacles } from './aktenplan.js';

/**
 * The position for a new Akte, held until the end of the transaction: it is neither closed nor given positions below it
 * meanwhile. Refuses with everything that stands against an Akte there.
 */
export async function positionForAkte(
  queries: Queries,
  id: Id,
  today: Day,
): Promise<{ readonly id: Id; readonly kennzeichen: string } | Rejection> {
  const [einheit] = await queries.query<{ id: Id; kennzeichen: string; state: EinheitState }>(
    `SELECT id, kennzeichen, CASE WHEN stillgelegt THEN 'stillgelegt' ELSE 'offen' END AS state
       FROM aktenplaneinheit WHERE id = $1 AND begins_on <= $2 FOR SHARE`,
    [id, today],
  );
  if (!einheit) return reject('platform.notFound');
  const { kennzeichen } = einheit;
  const obstacles = akteObstacles({ ...einheit, openBelow: await openBelow(queries, id, today) });
  return obstacles.length > 0 ? reject('aktenplan.takesNoAkten', { kennzeichen }, obstacles) : einheit;
}

/** Whether a position has open positions below it today. A closed one does not stand in the way of Akten. */
export async function openBelow(queries: Queries, id: Id, today: Day): Promise<'none' | 'some'> {
  const [row] = await queries.query(
    `SELECT 1 FROM aktenplaneinheit WHERE parent_id = $1 AND begins_on <= $2 AND NOT stillgelegt LIMIT 1`,
    [id, today],
  );
  return row ? 'some' : 'none';
}

/** Whether there is such a position. */
export async function isEinheit(queries: Queries, id: Id): Promise<boolean> {
  return (await queries.query(`SELECT 1 FROM aktenplaneinheit WHERE id = $1`, [id])).length > 0;
}

/** From the uppermost position down to this one, as they are called today. */
export async function pathOfEinheit(queries: Queries, id: Id): Promise<PathStep[]> {
  const rows = await queries.query<PathStep & { level: number }>(
    `WITH RECURSIVE way AS (
       SELECT id, parent_id, kennzeichen, titel, 0 AS level FROM aktenplaneinheit WHERE id = $1
       UNION ALL
       SELECT e.id, e.parent_id, e.kennzeichen, e.titel, level + 1 FROM aktenplaneinheit e JOIN way ON way.parent_id = e.id)
     SELECT id, kennzeichen, titel, level FROM way ORDER BY level DESC`,
    [id],
  );
  return rows.map(({ level: _, ...step }) => step);
}
