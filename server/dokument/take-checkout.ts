import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { reason } from '../platform/typed-text.js';
import { personOf } from '../platform/transaction.js';
import { endCheckout, insertCheckout } from './checkout.store.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({ dokumentId: z.uuid(), reason });

/**
 * Registratur or Leitung takes a Dokument over from whoever has it. That person is told by whom and why, and what they
 * bring later stays with them as an upload.
 */
export const takeCheckout = act('dokument.takeCheckout', input, async (tx, { dokumentId, reason }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const { betreff, checkout } = dokument;
  const { id: personId } = personOf(tx);
  if (!checkout) return reject('dokument.notCheckedOut', { betreff });
  if (checkout.personId === personId) return reject('dokument.yoursAlready', { betreff });
  const at = tx.clock.now();
  await endCheckout(tx, checkout.id, { ending: 'taken', by: personId, at, reason });
  const baseNummer = dokument.newest.nummer;
  await insertCheckout(tx, { id: newId(), mandantId: tx.mandantId, dokumentId, personId, baseNummer, since: at });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId, from: checkout.personId, reason },
      text: {
        de: `„${betreff}“ von ${checkout.person} übernommen. Grund: ${reason}`,
        en: `“${betreff}” taken over from ${checkout.person}. Reason: ${reason}`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return {};
});
