import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { saveMoved } from './eingang.store.js';

/** The Dokument that an Eingang became was moved to another Vorgang: the Eingang answers for that one from now on. */
export async function followDokument(tx: Transaction, eingangId: Id, vorgangId: Id): Promise<void> {
  await saveMoved(tx, eingangId, vorgangId);
  tx.changed('eingang', eingangId);
}
