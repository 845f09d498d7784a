import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { openZdaAufgaben, saveCompleted } from './aufgabe.store.js';

/** Part of `closeZdA`: whoever closes the Vorgang has thereby done the Aufgabe that asked for it. */
export async function completeZdaAufgaben(tx: Transaction, { vorgangId }: { vorgangId: Id }): Promise<void> {
  for (const id of await openZdaAufgaben(tx, vorgangId)) {
    await saveCompleted(tx, id, { personId: personOf(tx).id, fuerId: null, at: tx.clock.now(), data: {} });
    tx.changed('aufgabe', id);
  }
}
