import type { Id } from '../../contract/views.js';
import type { ActRunner } from '../../platform/act-runner.js';
import type { Clock } from '../../platform/clock.js';
import { backOff } from '../../platform/jobs/back-off.js';
import { logger } from '../../platform/logger.js';
import type { Transaction } from '../../platform/transaction.js';
import type { Key } from './state.js';

/** Rows that fall due one by one, each worked off in a transaction of its own. */
export interface ClaimedWork<Row extends { readonly key: Key; readonly attempts: number }> {
  /** What a log calls it. */
  readonly name: string;
  /** The next due row that nobody else works on, locked until the end of the transaction. */
  claim(tx: Transaction, now: Date): Promise<Row | null>;
  work(tx: Transaction, row: Row): Promise<void>;
  /** Puts a row off that failed; the claim passes over it until then. */
  postpone(tx: Transaction, key: Key, retryAt: Date): Promise<void>;
}

/** Works off the next due row of a Mandant. One that fails comes again later, and stands before no other. */
export async function workNext<Row extends { readonly key: Key; readonly attempts: number }>(
  { runner, clock }: { readonly runner: ActRunner; readonly clock: Clock },
  mandantId: Id,
  { name, claim, work, postpone }: ClaimedWork<Row>,
): Promise<boolean> {
  const context = { mandantId, actor: { kind: 'system', name: 'engine' } } as const;
  let taken: Row | null = null;
  try {
    const result = await runner.transaction(context, async (tx) => {
      taken = await claim(tx, tx.clock.now());
      if (!taken) return false;
      await work(tx, taken);
      return true;
    });
    return result === true;
  } catch (error) {
    const row = taken as Row | null;
    if (!row) throw error;
    logger.error({ work: name, key: row.key, error: String(error) }, 'engine work failed');
    await runner.transaction(context, async (tx) => {
      await postpone(tx, row.key, backOff(clock.now(), row.attempts));
      return {};
    });
    return true;
  }
}
