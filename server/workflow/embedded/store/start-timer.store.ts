import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { StartTimer } from '../advance/start-timers.js';
import type { Key } from '../state.js';
import type { Cycle } from '../timers/timers.js';

/** Lets the version in force of a process wait for its times, and no other version any more. */
export async function replaceStartTimers(
  queries: Queries,
  { mandantId, definitionKey, processId }: { mandantId: Id; definitionKey: Key; processId: string },
  timers: readonly (StartTimer & { readonly key: Key })[],
): Promise<void> {
  await queries.query(`DELETE FROM engine.start_timer WHERE mandant_id = current_mandant() AND process_id = $1`, [
    processId,
  ]);
  if (timers.length === 0) return;
  await queries.query(
    `INSERT INTO engine.start_timer (key, mandant_id, definition_key, process_id, element_id, due, cycle)
     SELECT r.key, $2, $3, $4, r."elementId", r.due, nullif(r.cycle, 'null')
       FROM jsonb_to_recordset($1) AS r(key bigint, "elementId" text, due timestamptz, cycle jsonb)`,
    [JSON.stringify(timers), mandantId, definitionKey, processId],
  );
}

export interface StartTimerRow {
  readonly key: Key;
  readonly definitionKey: Key;
  readonly processId: string;
  readonly elementId: string;
  readonly cycle: Cycle | null;
  /** How often it could not fire. */
  readonly attempts: number;
}

/** The next start that is due and that nobody else works on, locked. */
export async function claimStartTimer(queries: Queries, now: Date): Promise<StartTimerRow | null> {
  const [row] = await queries.query<StartTimerRow>(
    `SELECT key, definition_key AS "definitionKey", process_id AS "processId", element_id AS "elementId", cycle, attempts
       FROM engine.start_timer
      WHERE mandant_id = current_mandant() AND due <= $1 AND (retry_at IS NULL OR retry_at <= $1)
      ORDER BY due, key LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return row ?? null;
}

/** Lets a start wait for its next time. */
export async function renewStartTimer(queries: Queries, key: Key, due: Date, cycle: Cycle): Promise<void> {
  await queries.query(
    `UPDATE engine.start_timer SET due = $2, cycle = $3, attempts = 0, retry_at = NULL WHERE key = $1`,
    [key, due, JSON.stringify(cycle)],
  );
}

export async function deleteStartTimer(queries: Queries, key: Key): Promise<void> {
  await queries.query(`DELETE FROM engine.start_timer WHERE key = $1`, [key]);
}

/** Puts a start off that failed. */
export async function postponeStartTimer(queries: Queries, key: Key, retryAt: Date): Promise<void> {
  await queries.query(`UPDATE engine.start_timer SET attempts = attempts + 1, retry_at = $2 WHERE key = $1`, [
    key,
    retryAt,
  ]);
}
