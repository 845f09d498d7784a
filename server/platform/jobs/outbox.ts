import { isRejection, type Rejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import type { ActRunner } from '../act-runner.js';
import type { Clock } from '../clock.js';
import { logger } from '../logger.js';
import type { Database, Queries } from '../postgres/database.js';
import type { Transaction } from '../transaction.js';
import { backOff } from './back-off.js';
import { createLanes, type Lanes } from './lanes.js';

/**
 * Performs one follow-up in the transaction that holds its row: everything it writes and the fact that it is done
 * commit together. A Rejection or an exception rolls back, and the follow-up comes again later.
 */
// `void`, so that a handler with nothing to refuse needs no return.
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type
export type OutboxHandler = (tx: Transaction, payload: unknown, key: string) => Promise<Rejection | void>;

export interface OutboxParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly handlers: Readonly<Record<string, OutboxHandler>>;
  /** The topics that each loop takes, so that slow work (reading a letter) never delays quick work (the next Aufgabe). */
  readonly lanes: readonly (readonly string[])[];
  /** Asked before each follow-up: none is tried, and none counts as failed, while a server that all need is away. */
  readonly mayRun?: () => boolean;
}

/** Performs the follow-ups of acts, each once, until they are done. */
export function createOutbox(parts: OutboxParts): Lanes {
  return createLanes(
    parts.database,
    parts.lanes.map((topics) => (mandantId: Id) => performNext(parts, topics, mandantId)),
  );
}

interface OutboxRow {
  id: string;
  topic: string;
  key: string;
  payload: unknown;
  correlation_id: Id | null;
  attempts: number;
}

async function performNext(parts: OutboxParts, topics: readonly string[], mandantId: Id): Promise<boolean> {
  if (parts.mayRun?.() === false) return false;
  const context = { mandantId, actor: { kind: 'system', name: 'outbox' } } as const;
  let taken: OutboxRow | undefined;
  const fail = async (error: string) => {
    const row = taken;
    if (row) await parts.database.transaction(mandantId, (queries) => postpone(queries, parts.clock, row, error));
  };
  try {
    const result = await parts.runner.transaction(context, async (tx) => {
      // The row lock is the lease: a killed server loses its connection, and the row is free again at once.
      const [row] = await tx.query<OutboxRow>(
        `SELECT id, topic, key, payload, correlation_id, attempts FROM outbox
          WHERE mandant_id = $1 AND done_at IS NULL AND next_at <= $2 AND topic = ANY($3)
          ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [mandantId, tx.clock.now(), topics],
      );
      taken = row;
      if (!row) return false;
      tx.correlationId = row.correlation_id;
      const handler = parts.handlers[row.topic];
      if (!handler) throw new Error(`No handler for ${row.topic}`);
      const refused = await handler(tx, row.payload, row.key);
      if (refused) return refused;
      await tx.query(`UPDATE outbox SET done_at = $2, last_error = NULL WHERE id = $1`, [row.id, tx.clock.now()]);
      return true;
    });
    if (!isRejection(result)) return result;
    await fail(result.code);
  } catch (error) {
    if (!taken) throw error;
    logger.error({ correlationId: taken.correlation_id, topic: taken.topic, error: String(error) }, 'follow-up failed');
    await fail(String(error));
  }
  return true;
}

async function postpone(queries: Queries, clock: Clock, row: OutboxRow, error: string): Promise<void> {
  await queries.query(`UPDATE outbox SET attempts = attempts + 1, next_at = $2, last_error = $3 WHERE id = $1`, [
    row.id,
    backOff(clock.now(), row.attempts),
    error.slice(0, 500),
  ]);
}
