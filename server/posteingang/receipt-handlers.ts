import { isRejection } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { PostausgangParts } from '../postausgang/hand-over.js';
import { DELIVER_RECEIPT, deliverReceipt, RECORD_RECEIPT, sentReceipt } from './receipt.jobs.js';
import { recordReceipt } from './record-receipt.js';

/** What follows from an ordered receipt: it leaves, and then it is filed. */
export function receiptHandlers(parts: PostausgangParts): Record<string, OutboxHandler> {
  return {
    [DELIVER_RECEIPT]: deliverReceipt(parts),
    [RECORD_RECEIPT]: async (tx, payload) => {
      const recorded = await recordReceipt(tx, sentReceipt.parse(payload));
      return isRejection(recorded) ? recorded : undefined;
    },
  };
}
