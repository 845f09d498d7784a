import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { requireOwnCheckout } from './check-in.js';
import { endCheckout } from './checkout.store.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({ dokumentId: z.uuid() });

/** Gives a Dokument back without a new version. */
export const cancelCheckout = act('dokument.cancelCheckout', input, async (tx, { dokumentId }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const checkout = await requireOwnCheckout(tx, dokument);
  if (isRejection(checkout)) return checkout;
  const end = { ending: 'cancelled', by: personOf(tx).id, at: tx.clock.now(), reason: null } as const;
  await endCheckout(tx, checkout.id, end);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      dokumentId,
      text: {
        de: `„${dokument.betreff}“ ohne neue Fassung zurückgegeben`,
        en: `“${dokument.betreff}” given back without a new version`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return {};
});
