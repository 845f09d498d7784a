import type { Queries } from '../../../platform/postgres/database.js';
import type { Key, OpenTimer } from '../state.js';

/** Says how often a job may still be tried, and from when. */
export async function updateJob(
  queries: Queries,
  { key, retries, backOffUntil }: { key: Key; retries: number; backOffUntil: Date | null },
): Promise<void> {
  await queries.query(`UPDATE engine.job SET retries = $2, back_off_until = $3 WHERE key = $1`, [
    key,
    retries,
    backOffUntil,
  ]);
}

/** Lets a job wait for an answer from outside: nobody claims it until the answer, or a resolved incident, frees it. */
export async function parkJob(queries: Queries, key: Key): Promise<void> {
  await queries.query(`UPDATE engine.job SET back_off_until = 'infinity' WHERE key = $1`, [key]);
}

/** The instance and the element that an open incident stops; null where it is gone. */
export async function findIncident(queries: Queries, key: Key): Promise<{ instanceKey: Key; elementKey: Key } | null> {
  const [row] = await queries.query<{ instanceKey: Key; elementKey: Key }>(
    `SELECT instance_key AS "instanceKey", element_key AS "elementKey" FROM engine.incident WHERE key = $1`,
    [key],
  );
  return row ?? null;
}

export interface JobRow {
  readonly key: Key;
  readonly instanceKey: Key;
  readonly elementKey: Key;
  readonly elementId: string;
  readonly type: string;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
}

export const JOB = `j.key, j.instance_key AS "instanceKey", j.element_key AS "elementKey", j.element_id AS "elementId", j.type,
  j.retries, j.headers`;

export interface TimerRow extends OpenTimer {
  readonly instanceKey: Key;
  /** How often it could not fire. */
  readonly attempts: number;
}

/** Puts a timer off that could not fire. */
export async function postponeTimer(queries: Queries, key: Key, retryAt: Date): Promise<void> {
  await queries.query(`UPDATE engine.timer SET attempts = attempts + 1, retry_at = $2 WHERE key = $1`, [key, retryAt]);
}
