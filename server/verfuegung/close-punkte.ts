import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { saveClosed } from './verfuegung.store.js';

/** Part of `closeZdA`: whoever closes the Vorgang has done every „z. d. A.“ that was ordered in it. */
export async function closePunkte(tx: Transaction, vorgangId: Id): Promise<void> {
  await saveClosed(tx, vorgangId, { personId: personOf(tx).id, at: tx.clock.now() });
}
