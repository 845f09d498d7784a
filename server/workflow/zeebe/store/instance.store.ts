import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';

export interface ZeebeInstance {
  readonly key: string;
  readonly definitionKey: string;
  readonly processId: string;
  readonly businessKey: string | null;
  readonly correlationId: Id | null;
}

const INSTANCE = `key, definition_key AS "definitionKey", process_id AS "processId", business_key AS "businessKey",
  correlation_id AS "correlationId"`;

/** Notes an instance that is seen for the first time; a known one stays as it is. */
export async function keepInstance(
  queries: Queries,
  mandantId: Id,
  instance: ZeebeInstance & { readonly awaits: readonly string[] },
  now: Date,
): Promise<'new' | 'known'> {
  const inserted = await queries.query(
    `INSERT INTO engine.instance (key, mandant_id, definition_key, process_id, state, status, business_key, correlation_id,
                                  started_at, engine, start_key, top_key)
     VALUES ($1, $2, $3, $4, $5, 'active', $6, $7, $8, 'zeebe', $6, $1) ON CONFLICT (key) DO NOTHING RETURNING 1`,
    [
      instance.key,
      mandantId,
      instance.definitionKey,
      instance.processId,
      // Its tokens lie in the cluster.
      JSON.stringify({ rootKey: instance.key, instances: {} }),
      instance.businessKey,
      instance.correlationId,
      now,
    ],
  );
  if (inserted.length === 0) return 'known';
  await queries.query(
    `INSERT INTO engine.zeebe_instance (instance_key, mandant_id, awaits, seen_at) VALUES ($1, $2, $3, $4)`,
    [instance.key, mandantId, instance.awaits, now],
  );
  return 'new';
}

/** The running instance, locked until the end of the transaction; null where it has ended or runs elsewhere. */
export async function lockRunning(queries: Queries, key: string): Promise<ZeebeInstance | null> {
  const [row] = await queries.query<ZeebeInstance>(
    `SELECT ${INSTANCE} FROM engine.instance WHERE key = $1 AND engine = 'zeebe' AND status = 'active' FOR UPDATE`,
    [key],
  );
  return row ?? null;
}

export async function saveEnded(
  queries: Queries,
  key: string,
  status: 'completed' | 'terminated',
  now: Date,
): Promise<void> {
  await queries.query(`UPDATE engine.instance SET status = $2, ended_at = $3 WHERE key = $1`, [key, status, now]);
  await queries.query(`DELETE FROM engine.incident WHERE instance_key = $1`, [key]);
  await queries.query(`DELETE FROM engine.zeebe_instance WHERE instance_key = $1`, [key]);
}

export async function markInstanceSeen(queries: Queries, key: string, now: Date): Promise<void> {
  await queries.query(`UPDATE engine.zeebe_instance SET seen_at = $2 WHERE instance_key = $1`, [key, now]);
}

/** Running instances of the cluster for a business key. */
export async function runningOf(queries: Queries, businessKey: string): Promise<string[]> {
  const rows = await queries.query<{ key: string }>(
    `SELECT key FROM engine.instance
      WHERE mandant_id = current_mandant() AND business_key = $1 AND engine = 'zeebe' AND status = 'active'`,
    [businessKey],
  );
  return rows.map(({ key }) => key);
}

/**
 * Instances about which nothing was heard since `jobsBefore` (an open job should have come again) or, where they have no
 * open job, since `instancesBefore`.
 */
export async function silentInstances(
  queries: Queries,
  jobsBefore: Date,
  instancesBefore: Date,
  most: number,
): Promise<string[]> {
  const rows = await queries.query<{ key: string }>(
    `SELECT DISTINCT instance_key AS key FROM engine.zeebe_job
      WHERE mandant_id = current_mandant() AND state = 'open' AND seen_at < $1
     UNION
     SELECT i.instance_key FROM engine.zeebe_instance i
      WHERE i.mandant_id = current_mandant() AND i.seen_at < $2
        AND NOT EXISTS (SELECT FROM engine.zeebe_job j WHERE j.instance_key = i.instance_key AND j.state = 'open')
      LIMIT $3`,
    [jobsBefore, instancesBefore, most],
  );
  return rows.map(({ key }) => key);
}
