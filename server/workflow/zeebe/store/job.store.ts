import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { Variables } from '../../process-engine.js';

export interface ZeebeJob {
  readonly key: string;
  readonly instanceKey: string;
  readonly elementKey: string;
  readonly elementId: string;
  readonly kind: 'service' | 'user';
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: Variables;
  readonly state: 'open' | 'sending' | 'done' | 'gone';
  readonly retries: number;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
}

const JOB = `key, instance_key AS "instanceKey", element_key AS "elementKey", element_id AS "elementId", kind, type, headers,
  variables, state, retries, sent_at AS "sentAt", created_at AS "createdAt"`;

/** Keeps a delivered job, or notes that it came again. Returns it, and whether it is new. */
export async function keepJob(
  queries: Queries,
  mandantId: Id,
  job: Omit<ZeebeJob, 'state' | 'sentAt' | 'createdAt'>,
  now: Date,
): Promise<ZeebeJob & { readonly delivery: 'first' | 'again' }> {
  const [row] = await queries.query<ZeebeJob & { delivery: 'first' | 'again' }>(
    `INSERT INTO engine.zeebe_job (key, mandant_id, instance_key, element_key, element_id, kind, type, headers, variables,
                                   state, retries, created_at, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11, $11)
     ON CONFLICT (key) DO UPDATE SET seen_at = excluded.seen_at
     RETURNING ${JOB}, CASE WHEN xmax = 0 THEN 'first' ELSE 'again' END AS delivery`,
    [
      job.key,
      mandantId,
      job.instanceKey,
      job.elementKey,
      job.elementId,
      job.kind,
      job.type,
      JSON.stringify(job.headers),
      JSON.stringify(job.variables),
      job.retries,
      now,
    ],
  );
  if (!row) throw new Error(`The job ${job.key} was not kept`);
  return row;
}

/** The job, locked until the end of the transaction; null where it is not one of the cluster's. */
export async function lockJob(queries: Queries, key: string): Promise<ZeebeJob | null> {
  const [row] = await queries.query<ZeebeJob>(`SELECT ${JOB} FROM engine.zeebe_job WHERE key = $1 FOR UPDATE`, [key]);
  return row ?? null;
}

/** The next service task that is due, locked; those that others hold are passed over. */
export async function claimJob(queries: Queries, now: Date): Promise<ZeebeJob | null> {
  const [row] = await queries.query<ZeebeJob>(
    `SELECT ${JOB} FROM engine.zeebe_job
      WHERE mandant_id = current_mandant() AND kind = 'service' AND state = 'open' AND retries > 0
        AND (back_off_until IS NULL OR back_off_until <= $1)
      ORDER BY key LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return row ?? null;
}

export async function saveJobState(queries: Queries, key: string, state: ZeebeJob['state']): Promise<void> {
  await queries.query(`UPDATE engine.zeebe_job SET state = $2 WHERE key = $1`, [key, state]);
}

/** Lets a job wait for an answer from outside: nobody claims it until the answer, or a resolved incident, frees it. */
export async function parkJob(queries: Queries, key: string): Promise<void> {
  await queries.query(`UPDATE engine.zeebe_job SET back_off_until = 'infinity' WHERE key = $1`, [key]);
}

/** The job is to be done, again or for the first time; what was told to the cluster before does not count any more. */
export async function saveRetries(
  queries: Queries,
  key: string,
  retries: number,
  backOffUntil: Date | null,
): Promise<void> {
  await queries.query(
    `UPDATE engine.zeebe_job SET state = 'open', retries = $2, back_off_until = $3, sent_at = NULL WHERE key = $1`,
    [key, retries, backOffUntil],
  );
}

/** Notes that the cluster is about to be told. Returns whether it may have been told before. */
export async function markSending(queries: Queries, key: string, now: Date): Promise<'first' | 'again'> {
  const rows = await queries.query(
    `UPDATE engine.zeebe_job SET sent_at = $2 WHERE key = $1 AND sent_at IS NULL RETURNING 1`,
    [key, now],
  );
  return rows.length > 0 ? 'first' : 'again';
}

export async function markSeen(queries: Queries, key: string, now: Date): Promise<void> {
  await queries.query(`UPDATE engine.zeebe_job SET seen_at = $2 WHERE key = $1`, [key, now]);
}

/** Open jobs of an instance, those longest unseen first. */
export async function openJobs(queries: Queries, instanceKey: string, most: number): Promise<ZeebeJob[]> {
  return queries.query<ZeebeJob>(
    `SELECT ${JOB} FROM engine.zeebe_job WHERE instance_key = $1 AND state IN ('open', 'sending')
      ORDER BY seen_at, key LIMIT $2`,
    [instanceKey, most],
  );
}

/** Removes jobs that are over since long. */
export async function deleteOldJobs(queries: Queries, before: Date): Promise<void> {
  await queries.query(
    `DELETE FROM engine.zeebe_job
      WHERE mandant_id = current_mandant() AND state IN ('done', 'gone') AND created_at < $1 AND seen_at < $1`,
    [before],
  );
}

/** Whether an element instance of a process instance has an open job. */
export async function hasOpenElement(queries: Queries, instanceKey: string, elementKey: string): Promise<boolean> {
  const rows = await queries.query(
    `SELECT 1 FROM engine.zeebe_job WHERE instance_key = $1 AND element_key = $2 AND state IN ('open', 'sending') LIMIT 1`,
    [instanceKey, elementKey],
  );
  return rows.length > 0;
}
