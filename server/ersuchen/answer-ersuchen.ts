import { z } from 'zod';
import { stufeOfVorgang } from '../access/stufe.queries.js';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { completeAsked } from '../aufgabe/complete-asked.js';
import { germanDay } from '../contract/german-day.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { mandantName } from '../identity/identity.queries.js';
import { preparedAct } from '../platform/act.js';
import { authorOf, type Transaction } from '../platform/transaction.js';
import { linesOfText } from '../platform/typed-text.js';
import { candidatesOf } from './candidates.queries.js';
import { MOST_DOKUMENTE, refuseAnswer, refuseDokumente, refuseState } from './ersuchen.js';
import { findErsuchen, insertTravelling, saveEnded } from './ersuchen.store.js';
import type { Letter } from './letter.js';
import { lockShown } from './lock-ersuchen.js';
import { tellVorgang } from './tell-vorgang.js';
import { fileLetter, writeLetter, type LetterParts } from './write-letter.js';

const input = z.object({
  ...{ ersuchenId: z.uuid(), version: z.int(), answer: linesOfText(10_000, 1) },
  dokumentIds: z.array(z.uuid()).max(MOST_DOKUMENTE),
});

/**
 * Answers an Ersuchen that lies in a Vorgang of ours, with copies of Dokumente of this Vorgang. The letter is filed here and goes
 * over with them, signed with the name of whoever answers; the Aufgabe that asked for it is done.
 */
export function createAnswerErsuchen(parts: LetterParts) {
  return preparedAct(
    'ersuchen.answerErsuchen',
    input,
    async (asker, wish) => {
      const written = await writeLetter(parts, asker, (tx) => letterOf(tx, wish));
      return isRejection(written) ? written : { wish, written };
    },
    async (tx, { wish, written }) => {
      const found = await lockShown(tx, wish, 'erhalten', ['angenommen']);
      if (isRejection(found)) return found;
      const { id, vorgangId, aufgabeId, otherMandantId: toMandantId, otherName, betreff } = found;
      if (vorgangId === null) return reject('ersuchen.notAccepted');
      const vorgang = await lockOpenVorgang(tx, vorgangId);
      if (isRejection(vorgang)) return vorgang;
      const candidates = await candidatesOf(tx, vorgangId, wish.dokumentIds);
      const refused =
        refuseDokumente(candidates, wish.dokumentIds) ??
        (candidates.length > 0 ? refuseAnswer(await stufeOfVorgang(tx, vorgangId), found.stufe) : null);
      if (refused) return refused;
      const filed = await fileLetter(tx, vorgangId, written);
      if (isRejection(filed)) return filed;
      await insertTravelling(tx, id, [filed, ...candidates]);
      const ended = { state: 'beantwortet', at: tx.clock.now(), by: authorOf(tx.actor), text: wish.answer } as const;
      await saveEnded(tx, id, ended);
      if (aufgabeId !== null) await completeAsked(tx, aufgabeId);
      await tx.enqueue('ersuchen.answer', id, { ersuchenId: id, toMandantId, answer: wish.answer });
      tellVorgang(
        tx,
        { id, vorgangId },
        {
          de: `Ersuchen von „${otherName}“ beantwortet: ${betreff} (${candidates.length} Dokumente beigefügt)`,
          en: `Request of “${otherName}” answered: ${betreff} (${candidates.length} documents enclosed)`,
        },
        { to: otherName, dokumente: candidates.map(({ id: dokumentId, sha256 }) => ({ dokumentId, sha256 })) },
      );
      tx.changed('ersuchen', id);
      return { version: found.version + 1 };
    },
  );
}

async function letterOf(tx: Transaction, { ersuchenId, answer }: z.infer<typeof input>): Promise<Letter | Rejection> {
  const found = await findErsuchen(tx, ersuchenId);
  if (found?.direction !== 'erhalten') return reject('platform.notFound');
  const refused = refuseState(found.state, ['angenommen']);
  if (refused) return refused;
  if (found.vorgangId === null) return reject('ersuchen.notAccepted');
  const vorgang = await lockOpenVorgang(tx, found.vorgangId);
  if (isRejection(vorgang)) return vorgang;
  return {
    ...{ kind: 'Antwort', from: await mandantName(tx), to: found.otherName, betreff: found.betreff, text: answer },
    facts: [
      ['Unser Zeichen', vorgang.aktenzeichen],
      ['Datum', germanDay(tx.clock.today())],
      // What leaves an authority names whoever answers for it (§ 37 Abs. 3 VwVfG, in the same sense).
      ['Gezeichnet', authorOf(tx.actor)],
    ],
  };
}
