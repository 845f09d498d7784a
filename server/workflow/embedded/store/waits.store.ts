import type { Queries } from '../../../platform/postgres/database.js';
import type { Key, OpenTimer } from '../state.js';
import type { Cycle } from '../timers/timers.js';

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

const JOB = `j.key, j.instance_key AS "instanceKey", j.element_key AS "elementKey", j.element_id AS "elementId", j.type,
  j.retries, j.headers`;

const DUE = `j.kind = 'service' AND j.retries > 0 AND (j.back_off_until IS NULL OR j.back_off_until <= $1)`;

export async function findJob(queries: Queries, key: Key): Promise<JobRow | null> {
  const [row] = await queries.query<JobRow>(`SELECT ${JOB} FROM engine.job j WHERE j.key = $1`, [key]);
  return row ?? null;
}

/** A due service task whose tree of calls nobody else works on, with the top of that tree locked. */
export async function claimJob(queries: Queries, now: Date): Promise<JobRow | null> {
  const [row] = await queries.query<JobRow>(
    `SELECT ${JOB} FROM engine.job j JOIN engine.instance i ON i.key = j.instance_key
       JOIN engine.instance top ON top.key = i.top_key
      WHERE j.mandant_id = current_mandant() AND ${DUE} ORDER BY j.key LIMIT 1 FOR UPDATE OF top SKIP LOCKED`,
    [now],
  );
  if (!row) return null;
  // Read again: the snapshot may be older than the lock, and the job done or failed by whoever held it before.
  const [job] = await queries.query<JobRow>(`SELECT ${JOB} FROM engine.job j WHERE ${DUE} AND j.key = $2`, [
    now,
    row.key,
  ]);
  return job ?? null;
}

export interface TimerRow extends OpenTimer {
  readonly instanceKey: Key;
  /** How often it could not fire. */
  readonly attempts: number;
}

/** A due timer whose tree of calls nobody else works on, with the top of that tree locked. */
export async function claimTimer(queries: Queries, now: Date): Promise<TimerRow | null> {
  const [row] = await queries.query<{ key: Key }>(
    `SELECT t.key FROM engine.timer t JOIN engine.instance i ON i.key = t.instance_key
       JOIN engine.instance top ON top.key = i.top_key
      WHERE t.mandant_id = current_mandant() AND t.due <= $1 AND (t.retry_at IS NULL OR t.retry_at <= $1)
      ORDER BY t.due, t.key LIMIT 1 FOR UPDATE OF top SKIP LOCKED`,
    [now],
  );
  if (!row) return null;
  const [timer] = await queries.query<TimerRow & { cycle: Cycle | null }>(
    `SELECT key, element_key AS "elementKey", target_id AS "targetId", due, cycle, instance_key AS "instanceKey", attempts
       FROM engine.timer WHERE key = $1`,
    [row.key],
  );
  return timer ?? null;
}

/** Puts a timer off that could not fire. */
export async function postponeTimer(queries: Queries, key: Key, retryAt: Date): Promise<void> {
  await queries.query(`UPDATE engine.timer SET attempts = attempts + 1, retry_at = $2 WHERE key = $1`, [key, retryAt]);
}
