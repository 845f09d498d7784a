import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { Key } from '../state.js';

export interface BufferedMessage {
  readonly key: Key;
  readonly variables: Record<string, unknown>;
  readonly correlationId: Id | null;
}

/** What messages share that may reach the same instances. */
export interface Address {
  readonly name: string;
  readonly correlationKey: string;
}

/**
 * Takes the lock that "publish" and "subscription opened" share, so that neither can miss the other.
 * It is held until the end of the transaction.
 */
export async function lockCorrelation(queries: Queries, name: string, correlationKey: string): Promise<void> {
  await queries.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_mandant()::text || $1 || ' ' || $2, 1))`, [
    name,
    correlationKey,
  ]);
}

/**
 * Takes the same lock only where nobody has it. Whoever holds an instance must not wait for it: a publisher that has it
 * may be waiting for that instance.
 */
export async function tryLockCorrelation(
  queries: Queries,
  name: string,
  correlationKey: string,
): Promise<'locked' | 'busy'> {
  const [row] = await queries.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended(current_mandant()::text || $1 || ' ' || $2, 1)) AS locked`,
    [name, correlationKey],
  );
  return row?.locked ? 'locked' : 'busy';
}

export interface NewMessage extends BufferedMessage {
  readonly mandantId: Id;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string;
  readonly expiresAt: Date;
}

/** Keeps a message. Returns false where a living one has the same id. */
export async function insertMessage(queries: Queries, message: NewMessage, now: Date): Promise<boolean> {
  await queries.query(
    `DELETE FROM engine.message WHERE mandant_id = current_mandant() AND name = $1 AND correlation_key = $2
        AND message_id = $3 AND expires_at <= $4`,
    [message.name, message.correlationKey, message.messageId, now],
  );
  const rows = await queries.query(
    `INSERT INTO engine.message (key, mandant_id, name, correlation_key, message_id, variables, correlation_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (mandant_id, name, correlation_key, message_id) DO NOTHING RETURNING key`,
    [
      message.key,
      message.mandantId,
      message.name,
      message.correlationKey,
      message.messageId,
      JSON.stringify(message.variables),
      message.correlationId,
      message.expiresAt,
    ],
  );
  return rows.length > 0;
}

/** The oldest living message that has not reached the process yet. */
export async function nextMessageFor(
  queries: Queries,
  processId: string,
  name: string,
  correlationKey: string,
  now: Date,
): Promise<BufferedMessage | null> {
  const [row] = await queries.query<BufferedMessage>(
    `SELECT m.key, m.variables, m.correlation_id AS "correlationId" FROM engine.message m
      WHERE m.mandant_id = current_mandant() AND m.name = $2 AND m.correlation_key = $3 AND m.expires_at > $4
        AND NOT EXISTS (SELECT 1 FROM engine.message_correlated c WHERE c.message_key = m.key AND c.process_id = $1)
      ORDER BY m.key LIMIT 1`,
    [processId, name, correlationKey, now],
  );
  return row ?? null;
}

export async function markCorrelated(
  queries: Queries,
  mandantId: Id,
  messageKey: Key,
  processId: string,
): Promise<void> {
  await queries.query(
    `INSERT INTO engine.message_correlated (mandant_id, message_key, process_id) VALUES ($1, $2, $3)`,
    [mandantId, messageKey, processId],
  );
}

export interface WaitingSubscription {
  readonly key: Key;
  readonly instanceKey: Key;
  readonly processId: string;
}

/** Who waits for a message: by process, the oldest subscription first. */
export async function subscriptionsFor(
  queries: Queries,
  name: string,
  correlationKey: string,
): Promise<WaitingSubscription[]> {
  return queries.query(
    `SELECT key, instance_key AS "instanceKey", process_id AS "processId"
       FROM engine.message_subscription
      WHERE mandant_id = current_mandant() AND name = $1 AND correlation_key = $2 ORDER BY process_id, key`,
    [name, correlationKey],
  );
}

/** What a subscription waits with; null where it ended. Only for those who hold the lock of its tree. */
export async function findMessageSubscription(
  queries: Queries,
  key: Key,
): Promise<{ readonly elementKey: Key; readonly targetId: string } | null> {
  const [row] = await queries.query<{ elementKey: Key; targetId: string }>(
    `SELECT element_key AS "elementKey", target_id AS "targetId" FROM engine.message_subscription WHERE key = $1`,
    [key],
  );
  return row ?? null;
}

/** Addresses with living messages of these names that have not reached the process. */
export async function waitingMessages(
  queries: Queries,
  processId: string,
  names: readonly string[],
  now: Date,
): Promise<Address[]> {
  return queries.query(
    `SELECT DISTINCT m.name, m.correlation_key AS "correlationKey" FROM engine.message m
      WHERE m.mandant_id = current_mandant() AND m.name = ANY($2) AND m.expires_at > $3
        AND NOT EXISTS (SELECT 1 FROM engine.message_correlated c WHERE c.message_key = m.key AND c.process_id = $1)`,
    [processId, names, now],
  );
}

export interface ExpiredMessage {
  readonly name: string;
  readonly correlationId: Id | null;
  readonly reached: 'somebody' | 'nobody';
}

/** Removes messages whose time is over. */
export async function deleteExpired(queries: Queries, now: Date): Promise<ExpiredMessage[]> {
  return queries.query(
    `DELETE FROM engine.message m WHERE m.mandant_id = current_mandant() AND m.expires_at <= $1
     RETURNING m.name, m.correlation_id AS "correlationId",
       CASE WHEN EXISTS (SELECT 1 FROM engine.message_correlated c WHERE c.message_key = m.key)
            THEN 'somebody' ELSE 'nobody' END AS reached`,
    [now],
  );
}
