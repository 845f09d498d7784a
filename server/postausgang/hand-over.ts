import { Readable } from 'node:stream';
import type { MailDelivery, MailTransport, OutgoingMail } from '../../connectors/api/mail-transport.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import { mandantName } from '../identity/identity.queries.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';

/** How mails leave: where their bytes are kept, and by which way and in whose name they go. */
export interface PostausgangParts {
  readonly objects: Pick<ObjectStore, 'put' | 'get'>;
  readonly transport: MailTransport;
  /** Address that mails of the house come from. */
  readonly from: string;
}

/** A mail before it has a sender. `onceId` is the same for every try: so are the Message-ID and the bytes. */
export interface ReadyMail extends Pick<OutgoingMail, 'to' | 'subject' | 'text' | 'attachments' | 'date'> {
  readonly onceId: string;
}

/** What became of a mail that was handed over. */
export interface HandedOver {
  readonly delivery: MailDelivery;
  readonly messageId: string;
  /** The mail as it left. */
  readonly file: { readonly sha256: string; readonly size: number; readonly mime: string; readonly name: string };
}

/**
 * Hands one mail over, in the name of the house. Where the server dies between the other's „250“ and the commit of the
 * caller, the mail goes once more, with the same Message-ID and bytes: SMTP knows no better.
 */
export async function handOver(
  tx: Transaction,
  { objects, transport, from }: PostausgangParts,
  { onceId, ...mail }: ReadyMail,
): Promise<HandedOver | Rejection> {
  const messageId = `<${onceId}@${from.slice(from.indexOf('@') + 1)}>`;
  const sender = { name: await mandantName(tx), address: from };
  const bytes = await transport.compose({ ...mail, messageId, from: sender });
  // Kept before it leaves: an eAkte has what it sent, whatever happens next.
  const stored = await objects.put(Readable.from([bytes]));
  if (isRejection(stored)) return stored;
  const delivery = await transport.send({ from, to: mail.to, messageId }, bytes);
  return { delivery, messageId, file: { ...stored, mime: 'message/rfc822', name: `${fileName(mail.subject)}.eml` } };
}

function fileName(subject: string): string {
  return (
    subject
      .replace(/[^\p{L}\p{N} .,()_-]+/gu, '-')
      .trim()
      .slice(0, 80) || 'Mail'
  );
}
