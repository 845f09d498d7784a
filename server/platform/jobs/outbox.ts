import { isRejection, type Rejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import type { ActRunner } from '../act-runner.js';
import type { Clock } from '../clock.js';
import { logger } from '../logger.js';
import type { Database, Queries } from '../postgres/database.js';
import type { Transaction } from '../transaction.js';

/**
 * Performs one follow-up in the transaction that holds its row: everything it writes and the fact that it is done
 * commit together. A Rejection or an exception rolls back, and the follow-up comes again later.
 */
export type OutboxHandler = (tx: Transaction, payload: unknown, key: string) => Promise<Rejection | void>;

export interface Outbox {
  /** Starts the loops. */
  start(): void;
  /** Says that something may be due now; called right after a commit. */
  wake(): void;
  /** Works until nothing is due; for tests and for a clean end. Returns how many follow-ups were done. */
  drain(): Promise<number>;
  /** Stops taking new follow-ups and waits for the running ones. */
  stop(): Promise<void>;
}

/** One loop and the topics it takes, so that slow work (reading a letter) never delays quick work (the next Aufgabe). */
export interface OutboxLane {
  readonly topics: readonly string[];
}

export interface OutboxParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly handlers: Readonly<Record<string, OutboxHandler>>;
  readonly lanes: readonly OutboxLane[];
}

// Woken in-process after each commit; the poll finds what another process enqueued and what a back-off has released.
const POLL_MILLISECONDS = 1_000;
// 1 s, 4 s, 16 s … at most 1 h: a database restart is over after the first, a full disk may take a morning.
const BACK_OFF_CEILING_MILLISECONDS = 3_600_000;

export function createOutbox(parts: OutboxParts): Outbox {
  const lanes = parts.lanes.map((lane) => createLane(parts, lane));
  return {
    start: () => lanes.forEach((lane) => lane.start()),
    wake: () => lanes.forEach((lane) => lane.wake()),
    drain: async () => {
      let total = 0;
      for (let done = -1; done !== 0; total += done) {
        done = 0;
        for (const lane of lanes) done += await lane.drain();
      }
      return total;
    },
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

function createLane(parts: OutboxParts, lane: OutboxLane) {
  let running = false;
  let woken = false;
  let loop: Promise<void> = Promise.resolve();
  let endSleep = () => {};

  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MILLISECONDS);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const drain = async () => {
    let total = 0;
    const mandanten = await parts.database.withoutMandant.query<{ id: Id }>(`SELECT list_mandanten() AS id`);
    // One follow-up per Mandant and round, so that nobody's backlog makes others wait.
    for (let busy = mandanten; busy.length > 0;) {
      const worked: typeof busy = [];
      for (const mandant of busy) if (await performNext(parts, lane, mandant.id)) worked.push(mandant);
      total += worked.length;
      busy = worked;
    }
    return total;
  };

  return {
    drain,
    start: () => {
      running = true;
      loop = (async () => {
        while (running) {
          woken = false;
          try {
            await drain();
          } catch (error) {
            // Reaching the database failed; health reports it, and the next poll tries again.
            logger.error({ error: String(error) }, 'outbox loop');
          }
          if (running && !woken) await sleep();
        }
      })();
    },
    wake: () => {
      woken = true;
      endSleep();
    },
    stop: async () => {
      running = false;
      endSleep();
      await loop;
    },
  };
}

interface OutboxRow {
  id: string;
  topic: string;
  key: string;
  payload: unknown;
  correlation_id: Id | null;
  attempts: number;
}

/** Takes the next due follow-up of one Mandant. Returns false when there is none. */
async function performNext(parts: OutboxParts, lane: OutboxLane, mandantId: Id): Promise<boolean> {
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
        [mandantId, tx.clock.now(), lane.topics],
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

async function postpone(queries: Queries, clock: Clock, row: OutboxRow, error: string) {
  const wait = Math.min(1_000 * 4 ** row.attempts, BACK_OFF_CEILING_MILLISECONDS);
  await queries.query(`UPDATE outbox SET attempts = attempts + 1, next_at = $2, last_error = $3 WHERE id = $1`, [
    row.id,
    new Date(clock.now().getTime() + wait),
    error.slice(0, 500),
  ]);
}
