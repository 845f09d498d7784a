import type { ClosingKind } from '../../contract/closing-views.js';
import type { Id } from '../../contract/views.js';
import { newId } from '../../platform/ids.js';
import type { Transaction } from '../../platform/transaction.js';
import { insertWorks, stopWorks } from './closing-work.store.js';

export const CLOSING_TOPIC = 'akte.closingWork';

/** In this order: the Protokoll that is filed also tells what was deleted from the bin. */
const KINDS: readonly ClosingKind[] = ['bin', 'protokoll', 'renditions'];

/**
 * Orders what follows z. d. A. by itself, in the transaction that closes: after a crash either both are there or neither.
 * @param closing number of this closing, which no other has
 */
export async function startClosingWork(
  tx: Transaction,
  vorgangId: Id,
  closing: number,
  kinds: readonly ClosingKind[] = KINDS,
): Promise<void> {
  await insertWorks(tx, { vorgangId, kinds, closing, at: tx.clock.now() });
  for (const kind of kinds)
    await tx.enqueue(CLOSING_TOPIC, `${vorgangId} ${kind} ${newId()}`, { vorgangId, kind, closing });
}

/** The Vorgang runs again: what is not done by now is left undone, and begins anew with the next z. d. A. */
export async function stopClosingWork(tx: Transaction, vorgangId: Id): Promise<void> {
  await stopWorks(tx, vorgangId, tx.clock.now());
}
