import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason as reasonInput } from '../platform/typed-text.js';
import { waivable } from './receipt.js';
import { lockReceipt, saveReceipt } from './receipt.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int(), reason: reasonInput });

/** Says why the sender gets no receipt. It can still be sent: `orderReceipt`. */
export const waiveReceipt = act('posteingang.waiveReceipt', input, async (tx, { eingangId, version, reason }) => {
  tx.correlationId = eingangId;
  const receipt = waivable(await lockReceipt(tx, eingangId), version);
  if (isRejection(receipt)) return receipt;
  const next = await saveReceipt(tx, eingangId, 'waived', reason);
  tx.protokoll({
    objectKind: 'eingang',
    objectId: eingangId,
    payload: {
      reason,
      text: { de: `Keine Eingangsbestätigung: ${reason}`, en: `No receipt: ${reason}` },
    },
  });
  tx.changed('eingang', eingangId);
  return { version: next };
});
