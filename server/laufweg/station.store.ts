import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { StationRow } from './laufweg.store.js';

/** The station is somebody's Aufgabe now. */
export async function saveBegun(queries: Queries, stationId: Id, aufgabeId: Id, at: Date): Promise<void> {
  await queries.query(
    `UPDATE laufweg_station SET state = 'laeuft', aufgabe_id = $2, begun_at = coalesce(begun_at, $3) WHERE id = $1`,
    [stationId, aufgabeId, at],
  );
}

export interface StationDecision {
  readonly decision: NonNullable<StationRow['decision']>;
  readonly comment: string;
  readonly by: Id;
  readonly fuer: Id | null;
  readonly at: Date;
}

export async function saveDone(queries: Queries, stationId: Id, done: StationDecision): Promise<void> {
  await queries.query(
    `UPDATE laufweg_station SET state = 'erledigt', decision = $2, comment = $3, done_by = $4, done_for = $5, ended_at = $6
      WHERE id = $1`,
    [stationId, done.decision, done.comment, done.by, done.fuer, done.at],
  );
}

/**
 * Stations that nobody is asked at (any longer).
 *
 * @returns the Aufgaben that some of them have
 */
export async function saveDropped(
  queries: Queries,
  stationIds: readonly Id[],
  dropped: { readonly state: 'uebersprungen' | 'entfallen'; readonly reason: Sentence; readonly at: Date },
): Promise<Id[]> {
  if (stationIds.length === 0) return [];
  const rows = await queries.query<{ id: Id | null }>(
    `UPDATE laufweg_station SET state = $2, reason = $3, ended_at = $4 WHERE id = ANY($1) RETURNING aufgabe_id AS id`,
    [stationIds, dropped.state, JSON.stringify(dropped.reason), dropped.at],
  );
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** Refusals in spite of which the Laufweg goes on. */
export async function saveOverruled(queries: Queries, stationIds: readonly Id[], reason: Sentence): Promise<void> {
  await queries.query(`UPDATE laufweg_station SET overruled = true, reason = $2 WHERE id = ANY($1)`, [
    stationIds,
    JSON.stringify(reason),
  ]);
}

/** Aufgaben of stations that are under way, whoever has them. */
export async function runningAufgaben(queries: Queries, laufwegId: Id): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `SELECT aufgabe_id AS id FROM laufweg_station WHERE laufweg_id = $1 AND state = 'laeuft' ORDER BY 1`,
    [laufwegId],
  );
  return rows.map(({ id }) => id);
}
