import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { logger } from '../platform/logger.js';
import { handOver, type PostausgangParts } from '../postausgang/hand-over.js';
import { lockReceipt, saveReceipt } from './receipt.store.js';

/** The follow-up that hands a receipt over, and the one that files it once it has left. */
export const DELIVER_RECEIPT = 'posteingang.deliverReceipt';
export const RECORD_RECEIPT = 'posteingang.recordReceipt';

const receiptOrder = z.object({
  eingangId: z.uuid(),
  /** Of the receipt when it was ordered: held back and ordered again it is another order. */
  version: z.int(),
  vorgangId: z.uuid(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  orderedAt: z.iso.datetime(),
});

/** A checked receipt on its way out. */
export type ReceiptOrder = z.infer<typeof receiptOrder>;

export const sentReceipt = receiptOrder.omit({ text: true, orderedAt: true }).extend({
  messageId: z.string(),
  answer: z.string(),
  file: z.object({ sha256: z.string(), size: z.number(), mime: z.string(), name: z.string() }),
});

/** A receipt that a mail server has taken. */
export type SentReceipt = z.infer<typeof sentReceipt>;

// RFC 5321, section 4.5.4.1: a mail is given up after four to five days.
const PATIENCE_MILLISECONDS = 5 * 86_400_000;

/**
 * Hands a receipt over, unless it was held back meanwhile. The lock on its row makes whoever wants to hold it back wait for
 * the mail server: what they are told is what happened.
 */
export function deliverReceipt(parts: PostausgangParts): OutboxHandler {
  return async (tx, payload, followUp) => {
    const { text, orderedAt, ...order } = receiptOrder.parse(payload);
    const { eingangId, version, to, subject } = order;
    const receipt = await lockReceipt(tx, eingangId);
    if (receipt?.state !== 'ordered' || receipt.version !== version) return undefined;
    const date = new Date(orderedAt);
    const mail = { onceId: `${eingangId}.${version}`, to: [to], subject, text, date, attachments: [] };
    const handed = await handOver(tx, parts, mail);
    if (isRejection(handed)) return handed;
    const { delivery, messageId, file } = handed;
    if (delivery.kind === 'later' && tx.clock.now().getTime() - date.getTime() <= PATIENCE_MILLISECONDS) {
      logger.warn({ correlationId: eingangId, answer: delivery.answer }, 'mail server away');
      return reject('postausgang.serverAway', { answer: delivery.answer });
    }
    if (delivery.kind === 'taken') {
      await saveReceipt(tx, eingangId, 'sent', null);
      const sent: SentReceipt = { ...order, messageId, answer: delivery.answer, file };
      await tx.enqueue(RECORD_RECEIPT, followUp, sent);
    } else {
      await saveReceipt(tx, eingangId, 'failed', delivery.answer);
    }
    tx.changed('eingang', eingangId);
    return undefined;
  };
}
