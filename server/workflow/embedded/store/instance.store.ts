import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import { joinLarge, splitLarge, type StoredState } from '../large-values.js';
import type { Key, State } from '../state.js';

export interface InstanceRow {
  readonly key: Key;
  readonly definitionKey: Key;
  readonly processId: string;
  readonly businessKey: string | null;
  readonly correlationId: Id | null;
  /** Correlation key of the message that started it. */
  readonly startKey: string | null;
  /** Top of its tree of calls; itself where nobody called it. */
  readonly topKey: Key;
  readonly state: State;
  /** Hashes of the large values that are stored beside the state. */
  readonly large: readonly string[];
}

const INSTANCE = `key, definition_key AS "definitionKey", process_id AS "processId", business_key AS "businessKey",
  correlation_id AS "correlationId", start_key AS "startKey", top_key AS "topKey", state`;

/**
 * The instance, with its whole tree of calls locked until the end of the transaction. Of what it consists (jobs, timers,
 * waits), nothing changes without this lock. The row at the top of the tree is the lock, so that a child that ends and a
 * parent that is cancelled cannot wait for each other.
 */
export async function lockInstance(queries: Queries, key: Key): Promise<InstanceRow | null> {
  const [top] = await queries.query<StoredRow>(
    `SELECT ${INSTANCE} FROM engine.instance
      WHERE key = (SELECT top_key FROM engine.instance WHERE key = $1) FOR UPDATE`,
    [key],
  );
  if (!top || top.key === key) return top ? complete(queries, top) : null;
  return readInstance(queries, key);
}

/** The instance as it is now; only for those who hold the lock of its tree. */
export async function readInstance(queries: Queries, key: Key): Promise<InstanceRow | null> {
  const [row] = await queries.query<StoredRow>(`SELECT ${INSTANCE} FROM engine.instance WHERE key = $1`, [key]);
  return row ? complete(queries, row) : null;
}

/** The running process that a call activity waits for. */
export async function childOf(queries: Queries, parentKey: Key, elementKey: Key): Promise<Key | null> {
  const [row] = await queries.query<{ key: Key }>(
    `SELECT key FROM engine.instance WHERE parent_key = $1 AND parent_element_key = $2 AND status = 'active'`,
    [parentKey, elementKey],
  );
  return row?.key ?? null;
}

export async function insertInstance(
  queries: Queries,
  instance: InstanceRow & { mandantId: Id; startedAt: Date },
): Promise<void> {
  const { state, key } = instance;
  const { stored, values } = splitLarge(state);
  await queries.query(
    `INSERT INTO engine.instance (key, mandant_id, definition_key, process_id, state, status, business_key,
                                  correlation_id, started_at, start_key, top_key, parent_key, parent_element_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      key,
      instance.mandantId,
      instance.definitionKey,
      instance.processId,
      stored,
      state.status,
      instance.businessKey,
      instance.correlationId,
      instance.startedAt,
      instance.startKey,
      instance.topKey,
      state.parent?.instanceKey ?? null,
      state.parent?.elementKey ?? null,
    ],
  );
  await keepLarge(queries, key, values, []);
}

/** Writes the state after a command; `definitionKey` differs from the one before only after a migration. */
export async function saveState(
  queries: Queries,
  { key, large }: Pick<InstanceRow, 'key' | 'large'>,
  state: State,
  at: Date,
  definitionKey: Key,
): Promise<void> {
  const { stored, values } = splitLarge(state);
  await queries.query(
    `UPDATE engine.instance SET state = $2, status = $3, ended_at = $4, definition_key = $5 WHERE key = $1`,
    [key, stored, state.status, state.status === 'active' ? null : at, definitionKey],
  );
  await keepLarge(queries, key, values, large);
}

/** Whether an instance of the process that a message with this key has started is still running. */
export async function isRunning(queries: Queries, processId: string, startKey: string): Promise<boolean> {
  const rows = await queries.query(
    `SELECT 1 FROM engine.instance WHERE process_id = $1 AND start_key = $2 AND status = 'active' LIMIT 1`,
    [processId, startKey],
  );
  return rows.length > 0;
}

type StoredRow = Omit<InstanceRow, 'state' | 'large'> & { readonly state: StoredState };

async function complete(queries: Queries, row: StoredRow): Promise<InstanceRow> {
  if (row.state.large === undefined) return { ...row, state: row.state, large: [] };
  const values = await queries.query<{ sha256: string; value: never }>(
    `SELECT sha256, value FROM engine.large_value WHERE instance_key = $1`,
    [row.key],
  );
  const byHash = new Map(values.map(({ sha256, value }) => [sha256, value]));
  return { ...row, state: joinLarge(row.state, byHash), large: [...byHash.keys()] };
}

async function keepLarge(
  queries: Queries,
  instanceKey: Key,
  values: ReadonlyMap<string, string>,
  known: readonly string[],
): Promise<void> {
  for (const [sha256, value] of values) {
    if (known.includes(sha256)) continue;
    await queries.query(
      `INSERT INTO engine.large_value (mandant_id, instance_key, sha256, value)
       SELECT mandant_id, key, $2, $3 FROM engine.instance WHERE key = $1`,
      [instanceKey, sha256, value],
    );
  }
  const unused = known.filter((sha256) => !values.has(sha256));
  if (unused.length === 0) return;
  await queries.query(`DELETE FROM engine.large_value WHERE instance_key = $1 AND sha256 = ANY($2)`, [
    instanceKey,
    unused,
  ]);
}
