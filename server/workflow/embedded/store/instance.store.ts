import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { Key, State } from '../state.js';

export interface InstanceRow {
  readonly key: Key;
  readonly definitionKey: Key;
  readonly processId: string;
  readonly businessKey: string | null;
  readonly correlationId: Id | null;
  readonly state: State;
}

const INSTANCE = `key, definition_key AS "definitionKey", process_id AS "processId", business_key AS "businessKey",
  correlation_id AS "correlationId", state`;

/** The instance, locked until the end of the transaction. Of what it consists (jobs, timers, waits), nothing changes without this lock. */
export async function lockInstance(queries: Queries, key: Key): Promise<InstanceRow | null> {
  const [row] = await queries.query<InstanceRow>(`SELECT ${INSTANCE} FROM engine.instance WHERE key = $1 FOR UPDATE`, [
    key,
  ]);
  return row ?? null;
}

export async function insertInstance(
  queries: Queries,
  instance: InstanceRow & { mandantId: Id; startedAt: Date },
): Promise<void> {
  await queries.query(
    `INSERT INTO engine.instance (key, mandant_id, definition_key, process_id, state, status, business_key,
                                  correlation_id, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      instance.key,
      instance.mandantId,
      instance.definitionKey,
      instance.processId,
      JSON.stringify(instance.state),
      instance.state.status,
      instance.businessKey,
      instance.correlationId,
      instance.startedAt,
    ],
  );
}

export async function saveState(queries: Queries, key: Key, state: State, at: Date): Promise<void> {
  const ended = state.status === 'active' ? null : at;
  await queries.query(`UPDATE engine.instance SET state = $2, status = $3, ended_at = $4 WHERE key = $1`, [
    key,
    JSON.stringify(state),
    state.status,
    ended,
  ]);
}

/** Whether an instance of the process with this business key is still running. */
export async function isRunning(queries: Queries, processId: string, businessKey: string): Promise<boolean> {
  const rows = await queries.query(
    `SELECT 1 FROM engine.instance WHERE process_id = $1 AND business_key = $2 AND status = 'active' LIMIT 1`,
    [processId, businessKey],
  );
  return rows.length > 0;
}
