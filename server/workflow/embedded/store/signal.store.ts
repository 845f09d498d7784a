import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { Key } from '../state.js';

export interface ThrownSignal {
  readonly key: Key;
  readonly mandantId: Id;
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly correlationId: Id | null;
  /** Top of the tree of calls that throws it and hears it by itself; null where it comes from outside. */
  readonly topKey: Key | null;
  readonly at: Date;
  /** Whether processes that begin with it begin here. */
  readonly starts: 'here' | 'elsewhere';
}

/**
 * Writes down who has to hear a signal: everybody who waits for it now, and the newest version of every process that it
 * starts. Where nobody does, it leaves no row.
 *
 * @returns how many will hear it
 */
export async function insertSignal(queries: Queries, signal: ThrownSignal): Promise<number> {
  const rows = await queries.query(
    `WITH waiting AS (
       SELECT s.key FROM engine.signal_subscription s JOIN engine.instance i ON i.key = s.instance_key
        WHERE s.mandant_id = current_mandant() AND s.name = $3 AND ($6::bigint IS NULL OR i.top_key <> $6)),
     starting AS (
       SELECT d.key, s ->> 'elementId' AS element_id
         FROM (SELECT DISTINCT ON (process_id) key, signal_starts FROM engine.definition
                ORDER BY process_id, version DESC) d
        CROSS JOIN jsonb_array_elements(d.signal_starts) s
        WHERE $8 AND s ->> 'signalName' = $3),
     thrown AS (
       INSERT INTO engine.signal (key, mandant_id, name, variables, correlation_id, at)
       SELECT $1, $2, $3, $4, $5, $7 WHERE EXISTS (SELECT FROM waiting) OR EXISTS (SELECT FROM starting))
     INSERT INTO engine.signal_delivery (mandant_id, signal_key, subscription_key, definition_key, element_id)
     SELECT $2::uuid, $1, key, NULL::bigint, NULL FROM waiting
     UNION ALL SELECT $2::uuid, $1, NULL, key, element_id FROM starting
     RETURNING key`,
    [
      signal.key,
      signal.mandantId,
      signal.name,
      JSON.stringify(signal.variables),
      signal.correlationId,
      signal.topKey,
      signal.at,
      signal.starts === 'here',
    ],
  );
  return rows.length;
}

export interface WaitingForSignal {
  readonly key: Key;
  readonly instanceKey: Key;
}

/** Instances of a tree of calls that wait for a signal, besides the one that threw it; the oldest wait first. */
export async function listenersInTree(
  queries: Queries,
  name: string,
  topKey: Key,
  thrower: Key,
): Promise<WaitingForSignal[]> {
  return queries.query(
    `SELECT s.key, s.instance_key AS "instanceKey" FROM engine.signal_subscription s
       JOIN engine.instance i ON i.key = s.instance_key
      WHERE s.mandant_id = current_mandant() AND s.name = $1 AND i.top_key = $2 AND s.instance_key <> $3
      ORDER BY s.element_key, s.key`,
    [name, topKey, thrower],
  );
}

export interface OpenWait {
  readonly instanceKey: Key;
  readonly elementKey: Key;
  readonly targetId: string;
}

/** What a subscription waits with; null where it ended. Only for those who hold the lock of its tree. */
export async function findSubscription(queries: Queries, key: Key): Promise<OpenWait | null> {
  const [row] = await queries.query<OpenWait>(
    `SELECT instance_key AS "instanceKey", element_key AS "elementKey", target_id AS "targetId"
       FROM engine.signal_subscription WHERE key = $1`,
    [key],
  );
  return row ?? null;
}

export interface Delivery {
  readonly key: Key;
  /** The wait that it reaches; null where it starts a process. */
  readonly subscriptionKey: Key | null;
  readonly definitionKey: Key | null;
  readonly elementId: string | null;
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly correlationId: Id | null;
  /** How often it could not be delivered. */
  readonly attempts: number;
}

const DUE = `d.mandant_id = current_mandant() AND (d.retry_at IS NULL OR d.retry_at <= $1)`;

/**
 * The next delivery that nobody else works on: to an instance, with the top of its tree of calls locked, or to a start
 * event.
 */
export async function claimDelivery(queries: Queries, now: Date): Promise<Delivery | null> {
  const [waiting] = await queries.query<{ key: Key }>(
    `SELECT d.key FROM engine.signal_delivery d JOIN engine.signal_subscription s ON s.key = d.subscription_key
       JOIN engine.instance i ON i.key = s.instance_key JOIN engine.instance top ON top.key = i.top_key
      WHERE ${DUE} ORDER BY d.key LIMIT 1 FOR UPDATE OF top SKIP LOCKED`,
    [now],
  );
  // Read again: the snapshot may be older than the lock, and the wait over.
  if (waiting) return findDelivery(queries, waiting.key);
  const [starting] = await queries.query<{ key: Key }>(
    `SELECT d.key FROM engine.signal_delivery d WHERE ${DUE} AND d.subscription_key IS NULL
      ORDER BY d.key LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return starting ? findDelivery(queries, starting.key) : null;
}

async function findDelivery(queries: Queries, key: Key): Promise<Delivery | null> {
  const [row] = await queries.query<Delivery>(
    `SELECT d.key, d.subscription_key AS "subscriptionKey", d.definition_key AS "definitionKey",
            d.element_id AS "elementId", s.name, s.variables, s.correlation_id AS "correlationId", d.attempts
       FROM engine.signal_delivery d JOIN engine.signal s ON s.key = d.signal_key WHERE d.key = $1`,
    [key],
  );
  return row ?? null;
}

export async function deleteDelivery(queries: Queries, key: Key): Promise<void> {
  await queries.query(`DELETE FROM engine.signal_delivery WHERE key = $1`, [key]);
}

/** Puts a delivery off that failed. */
export async function postponeDelivery(queries: Queries, key: Key, retryAt: Date): Promise<void> {
  await queries.query(`UPDATE engine.signal_delivery SET attempts = attempts + 1, retry_at = $2 WHERE key = $1`, [
    key,
    retryAt,
  ]);
}

/** Removes signals that everybody has heard, or has no need to hear any more. */
export async function deleteHeardSignals(queries: Queries): Promise<void> {
  await queries.query(
    `DELETE FROM engine.signal_delivery d WHERE d.mandant_id = current_mandant() AND d.subscription_key IS NOT NULL
        AND NOT EXISTS (SELECT FROM engine.signal_subscription s WHERE s.key = d.subscription_key)`,
  );
  await queries.query(
    `DELETE FROM engine.signal s WHERE s.mandant_id = current_mandant()
        AND NOT EXISTS (SELECT FROM engine.signal_delivery d WHERE d.signal_key = s.key)`,
  );
}
