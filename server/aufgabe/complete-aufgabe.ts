import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { whoWaitsFor } from '../ersuchen/ersuchen.queries.js';
import { examineAnswer, writeAnswer, type StationAnswer } from '../laufweg/answer-station.js';
import { mappeDokumente } from '../laufweg/inputs.js';
import { stationOfAufgabe } from '../laufweg/mappe.queries.js';
import { act } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { answerPunkt } from '../verfuegung/answer-punkt.js';
import { recordZeichnung } from '../zeichnung/record-zeichnung.js';
import { finishAufgabe } from './finish-aufgabe.js';
import { checkFormData } from './form-data.js';
import { inVertretung, lockWorkable, standingInFor } from './lock-workable.js';

const input = z.object({
  ...{ aufgabeId: z.uuid(), version: z.int(), data: z.record(z.string(), z.unknown()) },
  seen: mappeDokumente.optional(),
});

/**
 * Completes an Aufgabe with the data of its form. A decision that is a Zeichnung is bound to the version of the
 * Dokument it was made on. The engine hears of it through the outbox, in the same commit.
 */
export const completeAufgabe = act('aufgabe.completeAufgabe', input, async (tx, { aufgabeId, version, data, seen }) => {
  const workable = await lockWorkable(tx, aufgabeId, version);
  if (isRejection(workable)) return workable;
  const { aufgabe, fuer } = workable;
  if (aufgabe.art === 'zda') return reject('aufgabe.needsZdA');
  const other = await whoWaitsFor(tx, aufgabeId);
  if (other !== null) return reject('ersuchen.answerFirst', { other });
  const accepted = checkFormData(aufgabe.form, data);
  if (isRejection(accepted)) return accepted;
  if (aufgabe.art === 'schlusszeichnung' && accepted['entscheidung'] !== 'zurueckweisen') {
    return reject('aufgabe.needsSignature');
  }
  const station = await stationOfAufgabe(tx, aufgabeId);
  const refused = station
    ? await answer(tx, { station, workable, data: accepted, seen: seen ?? [] })
    : await recordZeichnung(tx, { ...workable, data: accepted, signedVersionId: null });
  if (refused) return refused;
  const unanswered = await answerPunkt(tx, workable, accepted);
  if (unanswered) return unanswered;
  await finishAufgabe(tx, workable, accepted);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: aufgabe.vorgangId,
    payload: {
      aufgabeId,
      data: accepted,
      ...standingInFor(fuer),
      text: inVertretung({ de: `Erledigt: ${aufgabe.titel.de}`, en: `Completed: ${aufgabe.titel.en}` }, fuer),
    },
  });
  tx.changed('vorgang', aufgabe.vorgangId);
  return { aufgabeId };
});

/** At a station of a Laufweg the Zeichnung is bound to every Dokument of the Umlaufmappe, in the version that was seen. */
async function answer(tx: Transaction, given: StationAnswer): Promise<Rejection | null> {
  const mappe = await examineAnswer(tx, given);
  if (isRejection(mappe)) return mappe;
  return writeAnswer(
    tx,
    given,
    mappe.map(({ newestId }) => newestId),
  );
}
