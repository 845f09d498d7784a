import { z } from 'zod';
import { raiseStufe, stufeOfVorgang } from '../access/stufe.queries.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { createAufgabe } from '../aufgabe/create-aufgabe.js';
import type { ErsuchenTarget } from '../contract/acts/ersuchen.js';
import { dayAfter } from '../contract/days.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { act } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { lineOfText } from '../platform/typed-text.js';
import { refuseOpenerPlace } from './ersuchen.js';
import { removeTravelling, saveAccepted, travellingOf, type Ersuchen } from './ersuchen.store.js';
import { fileTravelling } from './file-travelling.js';
import { lockShown } from './lock-ersuchen.js';
import { tellVorgang } from './tell-vorgang.js';

const input = z.object({
  ...{ ersuchenId: z.uuid(), version: z.int() },
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('vorgang'), vorgangId: z.uuid() }),
    z.object({ kind: z.literal('akte'), akteId: z.uuid(), vorgangBetreff: lineOfText(500) }),
  ]),
});

const DAYS_TO_ANSWER = 14;

/**
 * Accepts an Ersuchen into a Vorgang of ours: letter and Dokumente become copies there, and those who work in it get an Aufgabe
 * that ends with the answer. Until it is answered, the Vorgang is not closed.
 */
export const acceptErsuchen = act('ersuchen.acceptErsuchen', input, async (tx, { target, ...wanted }) => {
  const found = await lockShown(tx, wanted, 'erhalten', ['offen']);
  if (isRejection(found)) return found;
  const { id, otherName, otherMandantId: toMandantId, betreff } = found;
  const vorgangId = await vorgangFor(tx, target, found);
  if (isRejection(vorgangId)) return vorgangId;
  const letterId = await fileTravelling(tx, vorgangId, await travellingOf(tx, id), null);
  if (isRejection(letterId)) return letterId;
  const aufgabe = await askForAnswer(tx, found, vorgangId, letterId);
  if (isRejection(aufgabe)) return aufgabe;
  await saveAccepted(tx, id, { vorgangId, aufgabeId: aufgabe.aufgabeId });
  await removeTravelling(tx, id);
  await tx.enqueue('ersuchen.accept', id, { ersuchenId: id, toMandantId });
  tellVorgang(
    tx,
    { id, vorgangId },
    {
      de: `Ersuchen von „${otherName}“ angenommen: ${betreff}`,
      en: `Request of “${otherName}” accepted: ${betreff}`,
    },
    { from: otherName, betreff },
  );
  tx.changed('ersuchen', id);
  return { vorgangId, version: found.version + 1 };
});

/** A new Vorgang becomes as confidential as the Ersuchen; one that is there has to be so already. */
async function vorgangFor(tx: Transaction, target: ErsuchenTarget, { stufe }: Ersuchen): Promise<Id | Rejection> {
  if (target.kind === 'akte') {
    const opened = await openVorgang(tx, { akteId: target.akteId, betreff: target.vorgangBetreff });
    if (isRejection(opened)) return opened;
    await tx.asSystem((all) => raiseStufe(all, 'vorgang', opened.vorgangId, stufe));
    return opened.vorgangId;
  }
  await tx.requireRight('work', 'vorgang', target.vorgangId);
  return refuseOpenerPlace(await stufeOfVorgang(tx, target.vorgangId), stufe) ?? target.vorgangId;
}

function askForAnswer(
  tx: Transaction,
  { otherName, betreff, frist }: Ersuchen,
  vorgangId: Id,
  dokumentId: Id,
): Promise<{ aufgabeId: Id } | Rejection> {
  return createAufgabe(tx, {
    ...{ vorgangId, dokumentId, art: 'bearbeitung', assigneeId: null, candidateRole: 'sachbearbeitung' },
    titel: { de: `Ersuchen beantworten: ${betreff}`, en: `Answer request: ${betreff}` },
    schritt: { de: `Ersuchen von „${otherName}“`, en: `Request of “${otherName}”` },
    frage: {
      de: 'Im Vorgang unter „Ersuchen“ antworten; damit ist auch diese Aufgabe erledigt.',
      en: 'Answer in the case, under “Requests”; that completes this task too.',
    },
    frist: frist ?? dayAfter(tx.clock.today(), DAYS_TO_ANSWER),
    ...{ form: null, data: {}, betragCent: null, job: null },
  });
}
