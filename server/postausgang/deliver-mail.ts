import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { MailDelivery, MailTransport } from '../../connectors/api/mail-transport.js';
import { isRejection, reject } from '../contract/rejections.js';
import { mandantName } from '../identity/identity.queries.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { logger } from '../platform/logger.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { answerLater } from '../workflow/ask-outside.js';
import { jobIsOpen } from '../workflow/workflow.queries.js';
import { deliverPayload, VERSAND_TOPIC, type MailOrder, type Versand } from './mail-order.js';

export interface PostausgangParts {
  readonly objects: Pick<ObjectStore, 'put' | 'get'>;
  readonly transport: MailTransport;
  /** Address that mails of the house come from. */
  readonly from: string;
}

// RFC 5321, section 4.5.4.1: a mail is given up after four to five days.
const PATIENCE_MILLISECONDS = 5 * 86_400_000;

/**
 * The follow-up that hands a mail over. It locks nothing but its own row, however long the mail server takes. Where the
 * server dies between the other's „250“ and our commit, the mail goes once more, with the same Message-ID and bytes: SMTP
 * knows no better.
 */
export function deliverMail({ objects, transport, from }: PostausgangParts): OutboxHandler {
  return async (tx, payload, followUp) => {
    const { job, order } = deliverPayload.parse(payload);
    // Somebody took the step back while the mail server was away: nobody wants the mail any more.
    if (!(await jobIsOpen(tx, job.key))) return undefined;
    const messageId = `<${job.onceId}@${from.slice(from.indexOf('@') + 1)}>`;
    const bytes = await transport.compose({
      ...{ to: order.to, subject: order.subject, text: order.text, messageId, date: job.since },
      from: { name: await mandantName(tx), address: from },
      attachments: await readAttachments(objects, order),
    });
    // Kept before it leaves: an eAkte has what it sent, whatever happens next.
    const stored = await objects.put(Readable.from([bytes]));
    if (isRejection(stored)) return stored;
    const delivery = await transport.send({ from, to: order.to, messageId }, bytes);
    if (delivery.kind === 'taken') {
      const { vorgangId, to, subject } = order;
      const file = { ...stored, mime: 'message/rfc822', name: `${fileName(subject)}.eml` };
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

function fileName(subject: string): string {
  return (
    subject
      .replace(/[^\p{L}\p{N} .,()_-]+/gu, '-')
      .trim()
      .slice(0, 80) || 'Mail'
  );
}
