import { createAufgabe, type CreateAufgabeInput } from '../aufgabe/create-aufgabe.js';
import { isRejection, type Rejection, type Sentence } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import { saveLaufweg, type Laufweg } from './laufweg.store.js';
import { mappeOf } from './mappe.queries.js';
import { leaveRun } from './run-laufweg.js';
import { mappeTitle } from './words.js';

/**
 * Stops a Laufweg that cannot go on by itself and gives its initiator the Aufgabe to decide. Who is being asked at this
 * moment may still answer: nothing that somebody has begun to write is taken away.
 */
export const haltLaufweg = systemAct(
  'laufweg.haltLaufweg',
  async (tx, { laufweg, why }: { laufweg: Laufweg; why: Sentence }): Promise<{ version: number } | Rejection> => {
    const { id, vorgangId, initiatorId, run } = laufweg;
    await leaveRun(tx, laufweg);
    const title = mappeTitle((await mappeOf(tx, id)).map(({ betreff }) => betreff));
    const decision: CreateAufgabeInput = {
      ...{ vorgangId, dokumentId: null, art: 'bearbeitung', assigneeId: initiatorId, frist: null, form: null },
      // Where the initiator has left the office, those who work on the Vorgang decide.
      candidateRole: 'sachbearbeitung',
      titel: { de: `Laufweg angehalten: ${title.de}`, en: `Circulation halted: ${title.en}` },
      schritt: { de: 'Laufweg angehalten', en: 'Circulation halted' },
      frage: {
        de: `${why.de} Im Vorgang unter „Laufweg“ entscheiden: trotzdem weiter, ändern oder zurückholen.`,
        en: `${why.en} Decide in the case, under “Circulation”: go on, change it or call it back.`,
      },
      ...{ data: {}, betragCent: null, job: null },
    };
    // It is the initiator's, whoever has refused.
    const created = await tx.asSystem((all) => createAufgabe(all, decision));
    if (isRejection(created)) return created;
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgangId,
      payload: {
        laufwegId: id,
        text: { de: `Laufweg angehalten: ${why.de}`, en: `Circulation halted: ${why.en}` },
      },
    });
    const halted = { state: 'angehalten', run: run + 1, instanceKey: null, endedAt: null, note: why } as const;
    return { version: await saveLaufweg(tx, id, { ...halted, aufgabeId: created.aufgabeId }) };
  },
);
