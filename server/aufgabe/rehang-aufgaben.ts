import type { Id } from '../contract/views.js';
import { tellTaken } from '../notification/tell.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { saveCompleted } from './aufgabe.store.js';
import { lockAufgaben, saveAdopted, saveDetached, saveLapsed } from './job.store.js';

/**
 * Takes open Aufgaben off the process that they came from, which is going to end. They stay open; whoever does one of them
 * now tells no engine. `adoptAufgabe` hangs them on the next process.
 */
export async function detachAufgaben(tx: Transaction, aufgabeIds: readonly Id[]): Promise<void> {
  await tx.asSystem((all) => saveDetached(all, aufgabeIds));
}

/** Hangs an Aufgabe on a task that asks for the same; says whether it was still open. */
export async function adoptAufgabe(
  tx: Transaction,
  aufgabeId: Id,
  job: { readonly key: string; readonly instanceKey: string; readonly elementId: string },
): Promise<'adopted' | 'notOpen'> {
  return tx.asSystem((all) => saveAdopted(all, aufgabeId, job));
}

/** Takes Aufgaben out of the inbox that nobody has to do any more, and lets their tasks pass. */
export async function lapseAufgaben(tx: Transaction, vorgangId: Id, aufgabeIds: readonly Id[]): Promise<void> {
  const lapsed = await tx.asSystem((all) => saveLapsed(all, aufgabeIds));
  for (const { id, jobKey, titel, assigneeId } of lapsed) {
    if (jobKey) await passTask(tx, jobKey);
    tx.protokoll({ objectKind: 'aufgabe', objectId: id, payload: { vorgangId, titel: titel.de, entfallen: true } });
    await tellTaken(tx, { id, vorgangId, assigneeId });
    tx.changed('aufgabe', id);
  }
}

/** Lets the engine go on behind a task that nobody has to do. */
export async function passTask(tx: Transaction, jobKey: string): Promise<void> {
  await tx.enqueue('workflow.completeTask', jobKey, { jobKey, variables: {} });
}

/** An Aufgabe is done by an act that answers what it asked, whoever it lay with. */
export async function answerAufgabe(tx: Transaction, aufgabeId: Id): Promise<void> {
  const answered = { personId: personOf(tx).id, fuerId: null, at: tx.clock.now(), data: {} };
  await tx.asSystem((all) => saveCompleted(all, aufgabeId, answered));
  tx.changed('aufgabe', aufgabeId);
}

/** Locks Aufgaben whose Laufweg is about to be changed. */
export async function holdAufgaben(tx: Transaction, aufgabeIds: readonly Id[]): Promise<void> {
  await tx.asSystem((all) => lockAufgaben(all, aufgabeIds));
}
