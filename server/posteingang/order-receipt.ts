import { z } from 'zod';
import { nameOfStufe } from '../access/names.js';
import { stufeOfVorgang } from '../access/stufe.queries.js';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { sendable } from './receipt.js';
import { composeReceipt } from './compose-receipt.js';
import { DELIVER_RECEIPT, type ReceiptOrder } from './receipt.jobs.js';
import { lockReceipt, saveReceipt } from './receipt.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int() });

// What leaves the house cannot be called back: long enough to see that it was the wrong one.
const DELAY_MILLISECONDS = 30_000;

/**
 * Orders the receipt for the sender: it leaves after half a minute, once, and is filed in the Vorgang. Its reverse until
 * then is `holdReceipt`.
 */
export const orderReceipt = act('posteingang.orderReceipt', input, async (tx, { eingangId, version }) => {
  tx.correlationId = eingangId;
  const receipt = sendable(await lockReceipt(tx, eingangId), version);
  if (isRejection(receipt)) return receipt;
  const { vorgangId } = receipt;
  // It is filed there. Locked, so that nobody closes it meanwhile.
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const stufe = await stufeOfVorgang(tx, vorgangId);
  if (stufe !== 'offen') return reject('postausgang.classified', { stufe: nameOfStufe(stufe).de });
  const mail = await composeReceipt(tx, receipt);
  if (isRejection(mail)) return mail;
  const next = await saveReceipt(tx, eingangId, 'ordered', null);
  const now = tx.clock.now();
  const order: ReceiptOrder = { eingangId, version: next, vorgangId, ...mail, orderedAt: now.toISOString() };
  await tx.enqueue(DELIVER_RECEIPT, `${eingangId}/${next}`, order, new Date(now.getTime() + DELAY_MILLISECONDS));
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ eingangId, to: mail.to },
      text: { de: `Eingangsbestätigung an ${mail.to} beauftragt`, en: `Receipt to ${mail.to} ordered` },
    },
  });
  tx.changed('eingang', eingangId);
  return { version: next };
});
