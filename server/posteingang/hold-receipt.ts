import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { holdable } from './receipt.js';
import { lockReceipt, saveReceipt } from './receipt.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int() });

/** Holds a receipt back that has not left yet. Whoever comes too late waits for the mail server, and is told so. */
export const holdReceipt = act('posteingang.holdReceipt', input, async (tx, { eingangId, version }) => {
  tx.correlationId = eingangId;
  const receipt = holdable(await lockReceipt(tx, eingangId), version);
  if (isRejection(receipt)) return receipt;
  const next = await saveReceipt(tx, eingangId, 'open', null);
  tx.protokoll({
    objectKind: 'eingang',
    objectId: eingangId,
    payload: { text: { de: 'Eingangsbestätigung angehalten', en: 'Receipt held back' } },
  });
  tx.changed('eingang', eingangId);
  return { version: next };
});
