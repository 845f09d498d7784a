import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { lineOfText } from '../platform/typed-text.js';
import { typedValues } from './input.js';
import { refuseBetreff } from './judge-template.js';
import { prepareSerienbrief } from './prepare-serienbrief.js';
import { insertSerienbrief } from './serienbrief.store.js';

const ids = z.array(z.uuid()).max(1_000);

export const serienbriefWish = z.object({
  vorgangId: z.uuid(),
  dokumentvorlageId: z.uuid(),
  nummer: z.int(),
  betreff: lineOfText(300),
  recipients: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('beteiligte'), beteiligungIds: ids }),
    z.object({ kind: z.literal('kontakte'), kontaktIds: ids }),
    z.object({ kind: z.literal('liste'), csv: z.string().max(1_000_000) }),
  ]),
  typed: typedValues,
});

/**
 * Orders one letter for each recipient. They are written one after the other by a job, each in a transaction of its own;
 * who cannot get one is in the report with the reason, and holds nobody up.
 */
export const beginSerienbrief = act('vorlage.beginSerienbrief', serienbriefWish, async (tx, wish) => {
  const vorgang = await lockOpenVorgang(tx, wish.vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const refused = refuseBetreff(wish.betreff, wish.betreff);
  if (refused) return refused;
  const prepared = await prepareSerienbrief(tx, wish);
  if (isRejection(prepared)) return prepared;
  const { letter, recipients } = prepared;
  const [id, person] = [newId(), personOf(tx)];
  const waiting = recipients.map((recipient) => ({
    ...recipient,
    faults: recipient.faults.map(({ message }) => message),
  }));
  await insertSerienbrief(tx, { ...wish, id, person }, waiting, tx.clock.now());
  await tx.enqueue('vorlage.serienbrief', `${id}/1`, { serienbriefId: id });
  const count = recipients.length;
  const { name } = letter.vorlage;
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ serienbriefId: id, dokumentvorlageId: wish.dokumentvorlageId, nummer: wish.nummer, count },
      text: {
        de: `Serienbrief an ${count} Empfänger aus der Vorlage „${name}“ begonnen`,
        en: `Serial letter to ${count} recipients from the template “${name}” begun`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { id, version: 1 };
});
