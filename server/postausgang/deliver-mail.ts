import { buffer } from 'node:stream/consumers';
import type { MailDelivery } from '../../connectors/api/mail-transport.js';
import { isRejection, reject } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { logger } from '../platform/logger.js';
import { answerLater } from '../workflow/ask-outside.js';
import { jobIsOpen } from '../workflow/workflow.queries.js';
import { handOver, type PostausgangParts } from './hand-over.js';
import { deliverPayload, VERSAND_TOPIC, type MailOrder, type Versand } from './mail-order.js';

// RFC 5321, section 4.5.4.1: a mail is given up after four to five days.
const PATIENCE_MILLISECONDS = 5 * 86_400_000;

/** The follow-up that hands a mail over. It locks nothing but its own row, however long the mail server takes. */
export function deliverMail(parts: PostausgangParts): OutboxHandler {
  return async (tx, payload, followUp) => {
    const { job, order } = deliverPayload.parse(payload);
    // Somebody took the step back while the mail server was away: nobody wants the mail any more.
    if (!(await jobIsOpen(tx, job.key))) return undefined;
    const handed = await handOver(tx, parts, {
      ...{ onceId: job.onceId, to: order.to, subject: order.subject, text: order.text, date: job.since },
      attachments: await readAttachments(parts.objects, order),
    });
    if (isRejection(handed)) return handed;
    const { delivery, messageId, file } = handed;
    if (delivery.kind === 'taken') {
      const { vorgangId, to, subject } = order;
      const { answer, refused } = delivery;
      const facts = { jobKey: job.key, onceId: job.onceId, vorgangId, to, subject, messageId, answer };
      const versand: Versand = { ...facts, refused: [...refused], file };
      await tx.enqueue(VERSAND_TOPIC, followUp, versand);
      return undefined;
    }
    if (delivery.kind === 'refused') {
      await answerLater(tx, followUp, job.key, { bpmnError: refusal(delivery) });
      return undefined;
    }
    if (tx.clock.now().getTime() - job.since.getTime() > PATIENCE_MILLISECONDS) {
      await answerLater(tx, followUp, job.key, { failure: delivery.answer });
      return undefined;
    }
    logger.warn({ correlationId: tx.correlationId, jobKey: job.key, answer: delivery.answer }, 'mail server away');
    return reject('postausgang.serverAway', { answer: delivery.answer });
  };
}

function refusal({ answer }: MailDelivery) {
  return {
    code: 'post.abgelehnt',
    message: `The mail server refused the mail: ${answer}`,
    variables: { postAntwort: answer },
  };
}

function readAttachments(objects: PostausgangParts['objects'], { attachments }: MailOrder) {
  return Promise.all(
    attachments.map(async ({ sha256, name, mime }) => ({ name, mime, bytes: await buffer(await objects.get(sha256)) })),
  );
}
