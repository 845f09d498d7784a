import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { moveLinked } from './duplicate.store.js';
import { saveMoved } from './eingang.store.js';

/** The Dokument that an Eingang became was moved to another Vorgang: the Eingang answers for that one from now on. */
export async function followDokument(tx: Transaction, eingangId: Id, vorgangId: Id): Promise<void> {
  await saveMoved(tx, eingangId, vorgangId);
  await tx.asSystem((all) => moveLinked(all, eingangId, vorgangId));
  tx.changed('eingang', eingangId);
}
