import { personOf, type Transaction } from '../platform/transaction.js';
import { saveCompleted } from './aufgabe.store.js';
import type { WorkableAufgabe } from './lock-workable.js';

/** Part of every act that completes an Aufgabe: keeps the data and tells the engine through the outbox, in one commit. */
export async function finishAufgabe(
  tx: Transaction,
  { aufgabe, fuer }: WorkableAufgabe,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const personId = personOf(tx).id;
  await saveCompleted(tx, aufgabe.id, { personId, fuerId: fuer?.id ?? null, at: tx.clock.now(), data });
  if (aufgabe.jobKey) {
    await tx.enqueue('workflow.completeTask', aufgabe.jobKey, {
      jobKey: aufgabe.jobKey,
      variables: { ...data, erledigtVon: personId },
    });
  }
  tx.changed('aufgabe', aufgabe.id);
}
