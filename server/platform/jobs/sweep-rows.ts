import type { ActRunner } from '../act-runner.js';
import type { Clock } from '../clock.js';
import type { Database } from '../postgres/database.js';
import { listMandanten } from '../postgres/mandanten.js';
import type { Transaction } from '../transaction.js';

export interface SweepParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  /** What the engine has to remove, in the same transaction. */
  readonly sweepEngine: (tx: Transaction) => Promise<void>;
}

// No page repeats a request and no act enqueues the same key a month later; until then the rows explain what happened.
const KEPT_MILLISECONDS = 30 * 86_400_000;

/** Removes rows that only served to do something once: done follow-ups and answered idempotency keys. */
export async function sweepRows({ database, runner, clock, sweepEngine }: SweepParts): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MILLISECONDS);
  for (const mandantId of await listMandanten(database)) {
    await runner.transaction({ mandantId, actor: { kind: 'system', name: 'sweeper' } }, async (tx) => {
      await tx.query(`DELETE FROM outbox WHERE mandant_id = $1 AND done_at < $2`, [mandantId, before]);
      await tx.query(`DELETE FROM act_result WHERE mandant_id = $1 AND at < $2`, [mandantId, before]);
      await sweepEngine(tx);
      return {};
    });
  }
}
