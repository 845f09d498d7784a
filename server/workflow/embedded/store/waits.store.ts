import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { Writes } from '../command-writes.js';
import type { Key, OpenTimer } from '../state.js';
import type { Cycle } from '../timers.js';

/** Everything that one instance waits for, as rows. */
export interface Owner {
  readonly businessKey: string | null;
  readonly mandantId: Id;
  readonly instanceKey: Key;
  readonly processId: string;
}

/** Writes down what a command made: one statement for each table that it concerns. */
export async function insertRows(
  queries: Queries,
  owner: Owner,
  writes: Pick<Writes, 'jobs' | 'timers' | 'subscriptions' | 'incidents'>,
  at: Date,
): Promise<void> {
  const { mandantId, instanceKey, processId } = owner;
  const rows = async (made: readonly object[], sql: string, ...more: unknown[]) => {
    if (made.length > 0) await queries.query(sql, [JSON.stringify(made), mandantId, instanceKey, ...more]);
  };
  await rows(
    writes.jobs,
    `INSERT INTO engine.job (key, mandant_id, instance_key, element_key, element_id, kind, type, retries, headers,
                             back_off_until)
     SELECT r.key, $2, $3, r."elementKey", r."elementId", r.kind, r.type, r.retries, r.headers, r."backOffUntil"
       FROM jsonb_to_recordset($1) AS r(key bigint, "elementKey" bigint, "elementId" text, kind text, type text,
            retries integer, headers jsonb, "backOffUntil" timestamptz)`,
  );
  await rows(
    writes.timers,
    `INSERT INTO engine.timer (key, mandant_id, instance_key, element_key, target_id, due, cycle)
     SELECT r.key, $2, $3, r."elementKey", r."targetId", r.due, nullif(r.cycle, 'null')
       FROM jsonb_to_recordset($1) AS r(key bigint, "elementKey" bigint, "targetId" text, due timestamptz, cycle jsonb)`,
  );
  await rows(
    writes.subscriptions,
    `INSERT INTO engine.message_subscription (key, mandant_id, instance_key, process_id, element_key, target_id, name,
                                              correlation_key)
     SELECT r.key, $2, $3, $4, r."elementKey", r."targetId", r."messageName", r."correlationKey"
       FROM jsonb_to_recordset($1) AS r(key bigint, "elementKey" bigint, "targetId" text, "messageName" text,
            "correlationKey" text)`,
    processId,
  );
  await rows(
    writes.incidents,
    `INSERT INTO engine.incident (key, mandant_id, instance_key, element_key, element_id, type, message, job_key, at)
     SELECT r.key, $2, $3, r."elementKey", r."elementId", r.type, r.message, r."jobKey", $4
       FROM jsonb_to_recordset($1) AS r(key bigint, "elementKey" bigint, "elementId" text, type text, message jsonb,
            "jobKey" bigint)`,
    at,
  );
}

/** Removes what a command ended, in one statement. Returns the user tasks among it. */
export async function removeRows(queries: Queries, { removed }: Writes): Promise<Key[]> {
  const { jobs, timers, incidents, waitsOf, elements } = removed;
  if ([jobs, timers, incidents, waitsOf, elements].every(({ length }) => length === 0)) return [];
  const gone = await queries.query<{ key: Key; kind: string }>(
    `WITH timers AS (DELETE FROM engine.timer WHERE element_key = ANY($1) OR key = ANY($2)),
          messages AS (DELETE FROM engine.message_subscription WHERE element_key = ANY($1)),
          signals AS (DELETE FROM engine.signal_subscription WHERE element_key = ANY($1)),
          incidents AS (DELETE FROM engine.incident WHERE element_key = ANY($3) OR key = ANY($4))
     DELETE FROM engine.job WHERE element_key = ANY($3) OR key = ANY($5) RETURNING key, kind`,
    [[...waitsOf, ...elements], timers, elements, incidents, jobs],
  );
  return gone.filter(({ kind }) => kind === 'user').map(({ key }) => key);
}

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
