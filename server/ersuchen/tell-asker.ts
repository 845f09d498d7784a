import { createAufgabe } from '../aufgabe/create-aufgabe.js';
import { dayAfter } from '../contract/days.js';
import type { Rejection, Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import type { Ersuchen } from './ersuchen.store.js';

const DAYS_TO_READ = 7;

/** Gives whoever asked an Aufgabe: what came back wants to be read. */
export async function tellAsker(
  tx: Transaction,
  { vorgangId, askedById, otherName }: Ersuchen & { readonly vorgangId: Id },
  titel: Sentence,
  dokumentId: Id | null,
): Promise<Rejection | null> {
  const created = await createAufgabe(tx, {
    ...{ vorgangId, dokumentId, art: 'bearbeitung', assigneeId: askedById, candidateRole: 'sachbearbeitung', titel },
    schritt: { de: `Ersuchen an „${otherName}“`, en: `Request to “${otherName}”` },
    frage: { de: 'Was ist nun zu veranlassen?', en: 'What has to be done now?' },
    frist: dayAfter(tx.clock.today(), DAYS_TO_READ),
    ...{ form: null, data: {}, betragCent: null, job: null },
  });
  return 'aufgabeId' in created ? null : created;
}
