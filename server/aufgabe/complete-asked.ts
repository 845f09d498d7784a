import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { saveCompleted } from './aufgabe.store.js';
import { lockAufgabe } from './lock-aufgabe.js';

/**
 * Part of an act that does what an Aufgabe asked for, whoever has it in the inbox: it is done by that. One that is not open any
 * more stays as it is.
 */
export async function completeAsked(tx: Transaction, aufgabeId: Id): Promise<void> {
  await tx.asSystem(async (all) => {
    const found = await lockAufgabe(all, aufgabeId);
    if (found?.state !== 'offen') return;
    await saveCompleted(all, aufgabeId, { personId: personOf(tx).id, fuerId: null, at: tx.clock.now(), data: {} });
    tx.changed('aufgabe', aufgabeId);
  });
}
