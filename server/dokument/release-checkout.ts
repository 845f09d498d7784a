import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { personInArea } from '../identity/transfer-area.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { personOf } from '../platform/transaction.js';
import { endCheckout } from './checkout.store.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({ dokumentId: z.uuid(), fromId: z.uuid(), reason });

/**
 * Gives back a Dokument that somebody who leaves has taken along, so that others can take it. That person is told by whom
 * and why; what they bring later stays with them as an upload.
 */
export const releaseCheckout = act('dokument.releaseCheckout', input, async (tx, { dokumentId, fromId, reason }) => {
  const leaving = await personInArea(tx, fromId);
  if (isRejection(leaving)) return leaving;
  return tx.asSystem(async (all) => {
    const locked = await lockDokumentForChange(all, dokumentId);
    if (isRejection(locked)) return locked;
    const { dokument, vorgang } = locked;
    if (dokument.checkout?.personId !== fromId) return reject('platform.notFound');
    await endCheckout(all, dokument.checkout.id, { ending: 'taken', by: personOf(tx).id, at: tx.clock.now(), reason });
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgang.id,
      payload: {
        ...{ dokumentId, fromId, reason },
        text: {
          de: `„${dokument.betreff}“ von ${leaving.name} zurückgegeben. Grund: ${reason}`,
          en: `“${dokument.betreff}” of ${leaving.name} given back. Reason: ${reason}`,
        },
      },
    });
    tx.changed('vorgang', vorgang.id);
    return { dokumentId };
  });
});
