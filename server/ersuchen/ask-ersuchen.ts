import { z } from 'zod';
import { stufeOfVorgang } from '../access/stufe.queries.js';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { germanDay } from '../contract/german-day.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { mandantName } from '../identity/identity.queries.js';
import { otherMandanten } from '../mandant/other-mandanten.queries.js';
import { preparedAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { calendarDay, lineOfText, linesOfText } from '../platform/typed-text.js';
import { candidatesOf } from './candidates.queries.js';
import { MOST_DOKUMENTE, refuseDokumente, refuseFrist } from './ersuchen.js';
import { insertErsuchen } from './ersuchen.store.js';
import type { Letter } from './letter.js';
import { tellVorgang } from './tell-vorgang.js';
import { fileLetter, writeLetter, type LetterParts } from './write-letter.js';

const input = z.object({
  ...{ vorgangId: z.uuid(), mandantId: z.uuid(), betreff: lineOfText(300), question: linesOfText(10_000, 1) },
  ...{ frist: calendarDay().nullable(), dokumentIds: z.array(z.uuid()).max(MOST_DOKUMENTE) },
});

/**
 * Asks another Mandant of the installation for help (§ 4 VwVfG) from a Vorgang, with copies of chosen Dokumente. The letter is
 * drawn and stored before the transaction and filed in the Vorgang; both sides have the same bytes.
 */
export function createAskErsuchen(parts: LetterParts) {
  return preparedAct(
    'ersuchen.askErsuchen',
    input,
    async (asker, wish) => {
      const written = await writeLetter(parts, asker, (tx) => letterOf(tx, wish));
      return isRejection(written) ? written : { wish, written };
    },
    async (tx, { wish, written }) => {
      const { vorgangId, betreff, question, frist } = wish;
      const vorgang = await lockOpenVorgang(tx, vorgangId);
      if (isRejection(vorgang)) return vorgang;
      const candidates = await candidatesOf(tx, vorgangId, wish.dokumentIds);
      const refused = refuseFrist(frist, tx.clock.today()) ?? refuseDokumente(candidates, wish.dokumentIds);
      if (refused) return refused;
      const [id, person, stufe] = [newId(), personOf(tx), await stufeOfVorgang(tx, vorgangId)];
      const filed = await fileLetter(tx, vorgangId, written);
      if (isRejection(filed)) return filed;
      const { to } = written.letter;
      await insertErsuchen(tx, {
        ...{ id, direction: 'gestellt', otherMandantId: wish.mandantId.toLowerCase(), otherName: to },
        ...{ betreff, question, frist, stufe, vorgangId, askedById: person.id, at: tx.clock.now() },
        dokumente: [filed, ...candidates],
      });
      await tx.enqueue('ersuchen.send', id, { ersuchenId: id });
      tellVorgang(
        tx,
        { id, vorgangId },
        {
          de: `Ersuchen an „${to}“ gestellt: ${betreff} (${candidates.length} Dokumente beigefügt)`,
          en: `Request made to “${to}”: ${betreff} (${candidates.length} documents enclosed)`,
        },
        {
          to,
          betreff,
          frist,
          stufe,
          dokumente: candidates.map(({ id: dokumentId, sha256 }) => ({ dokumentId, sha256 })),
        },
      );
      return { ersuchenId: id, version: 1 };
    },
  );
}

async function letterOf(tx: Transaction, wish: z.infer<typeof input>): Promise<Letter | Rejection> {
  const vorgang = await lockOpenVorgang(tx, wish.vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const other = (await otherMandanten(tx)).find(({ id }) => id === wish.mandantId.toLowerCase());
  if (!other) return reject('ersuchen.unknownMandant');
  const { betreff, question: text, frist } = wish;
  return {
    ...{ kind: 'Ersuchen', from: await mandantName(tx), to: other.name, betreff, text },
    facts: [
      ['Unser Zeichen', vorgang.aktenzeichen],
      ['Datum', germanDay(tx.clock.today())],
      ...(frist === null ? [] : [['Antwort erbeten bis', germanDay(frist)] as const]),
    ],
  };
}
