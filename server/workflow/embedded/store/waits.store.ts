import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { CreatedJob, Key, OpenTimer, RaisedIncident, Subscription } from '../state.js';
import type { Cycle } from '../timers.js';

/** Everything that one instance waits for, as rows. */
export interface Owner {
  readonly businessKey: string | null;
  readonly mandantId: Id;
  readonly instanceKey: Key;
  readonly processId: string;
}

export async function insertJob(queries: Queries, owner: Owner, job: CreatedJob): Promise<void> {
  await queries.query(
    `INSERT INTO engine.job (key, mandant_id, instance_key, element_key, element_id, kind, type, retries, headers)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      job.key,
      owner.mandantId,
      owner.instanceKey,
      job.elementKey,
      job.elementId,
      job.kind,
      job.type,
      job.retries,
      JSON.stringify(job.headers),
    ],
  );
}

export async function updateJob(queries: Queries, key: Key, retries: number, backOffUntil: Date | null): Promise<void> {
  await queries.query(`UPDATE engine.job SET retries = $2, back_off_until = $3 WHERE key = $1`, [
    key,
    retries,
    backOffUntil,
  ]);
}

/** Returns what kind of task the job belonged to; null where it is gone already. */
export async function deleteJob(queries: Queries, key: Key): Promise<'service' | 'user' | null> {
  const [row] = await queries.query<{ kind: 'service' | 'user' }>(
    `DELETE FROM engine.job WHERE key = $1 RETURNING kind`,
    [key],
  );
  return row?.kind ?? null;
}

export async function insertTimer(queries: Queries, owner: Owner, timer: OpenTimer): Promise<void> {
  await queries.query(
    `INSERT INTO engine.timer (key, mandant_id, instance_key, element_key, target_id, due, cycle)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      timer.key,
      owner.mandantId,
      owner.instanceKey,
      timer.elementKey,
      timer.targetId,
      timer.due,
      timer.cycle && JSON.stringify(timer.cycle),
    ],
  );
}

export async function deleteTimer(queries: Queries, key: Key): Promise<void> {
  await queries.query(`DELETE FROM engine.timer WHERE key = $1`, [key]);
}

export async function insertSubscription(queries: Queries, owner: Owner, subscription: Subscription): Promise<void> {
  await queries.query(
    `INSERT INTO engine.message_subscription (key, mandant_id, instance_key, process_id, element_key, target_id, name,
                                              correlation_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      subscription.key,
      owner.mandantId,
      owner.instanceKey,
      owner.processId,
      subscription.elementKey,
      subscription.targetId,
      subscription.messageName,
      subscription.correlationKey,
    ],
  );
}

export async function insertIncident(
  queries: Queries,
  owner: Owner,
  incident: RaisedIncident & { at: Date },
): Promise<void> {
  await queries.query(
    `INSERT INTO engine.incident (key, mandant_id, instance_key, element_key, element_id, type, message, job_key, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      incident.key,
      owner.mandantId,
      owner.instanceKey,
      incident.elementKey,
      incident.elementId,
      incident.type,
      JSON.stringify(incident.message),
      incident.jobKey,
      incident.at,
    ],
  );
}

/** The instance and the element that an open incident stops; null where it is gone. */
export async function findIncident(queries: Queries, key: Key): Promise<{ instanceKey: Key; elementKey: Key } | null> {
  const [row] = await queries.query<{ instanceKey: Key; elementKey: Key }>(
    `SELECT instance_key AS "instanceKey", element_key AS "elementKey" FROM engine.incident WHERE key = $1`,
    [key],
  );
  return row ?? null;
}

export async function deleteIncident(queries: Queries, key: Key): Promise<void> {
  await queries.query(`DELETE FROM engine.incident WHERE key = $1`, [key]);
}

/** Ends what an element waits for; it goes on itself. */
export async function deleteWaits(queries: Queries, elementKeys: readonly Key[]): Promise<void> {
  await queries.query(`DELETE FROM engine.timer WHERE element_key = ANY($1)`, [elementKeys]);
  await queries.query(`DELETE FROM engine.message_subscription WHERE element_key = ANY($1)`, [elementKeys]);
}

/** Ends everything that ended elements owned. Returns the user tasks among it. */
export async function deleteOwned(queries: Queries, elementKeys: readonly Key[]): Promise<Key[]> {
  await deleteWaits(queries, elementKeys);
  await queries.query(`DELETE FROM engine.incident WHERE element_key = ANY($1)`, [elementKeys]);
  const jobs = await queries.query<{ key: Key; kind: string }>(
    `DELETE FROM engine.job WHERE element_key = ANY($1) RETURNING key, kind`,
    [elementKeys],
  );
  return jobs.filter(({ kind }) => kind === 'user').map(({ key }) => key);
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

/** A due service task whose instance nobody else works on, with that instance locked. */
export async function claimJob(queries: Queries, now: Date): Promise<JobRow | null> {
  const [row] = await queries.query<JobRow>(
    `SELECT ${JOB} FROM engine.job j JOIN engine.instance i ON i.key = j.instance_key
      WHERE j.mandant_id = current_mandant() AND ${DUE} ORDER BY j.key LIMIT 1 FOR UPDATE OF i SKIP LOCKED`,
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

/** A due timer whose instance nobody else works on, with that instance locked. */
export async function claimTimer(queries: Queries, now: Date): Promise<TimerRow | null> {
  const [row] = await queries.query<{ key: Key }>(
    `SELECT t.key FROM engine.timer t JOIN engine.instance i ON i.key = t.instance_key
      WHERE t.mandant_id = current_mandant() AND t.due <= $1 AND (t.retry_at IS NULL OR t.retry_at <= $1)
      ORDER BY t.due, t.key LIMIT 1 FOR UPDATE OF i SKIP LOCKED`,
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
