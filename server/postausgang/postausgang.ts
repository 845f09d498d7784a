import { reject, type Rejection } from '../contract/rejections.js';

/** What leaves as one mail, before anybody has looked at it. */
export interface MailDraft {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Bytes of all attachments together. */
  readonly attachedBytes: number;
}

// A process writes to those concerned; whoever wants to write to all has a mailing list.
const MOST_RECIPIENTS = 20;
// RFC 5322, section 2.1.1: a line has at most 998 characters, encoded; this leaves room for umlauts.
const MOST_SUBJECT = 250;
const MOST_TEXT = 100_000;
// Most servers refuse above 25 to 35 MB, and base64 makes 4/3 of it.
const MOST_MEGABYTES = 20;

/** Addresses out of one text, separated by commas, semicolons or line breaks; each once, in its order. */
export function addressesIn(text: string): string[] {
  const parts = text.split(/[,;\n]/).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

/** Everything that stands against sending the mail; an empty list means that it may leave. */
export function mailObstacles({ to, subject, text, attachedBytes }: MailDraft): Rejection[] {
  const found: Rejection[] = [];
  if (to.length === 0) found.push(reject('postausgang.noRecipient'));
  if (to.length > MOST_RECIPIENTS) {
    found.push(reject('postausgang.tooManyRecipients', { most: MOST_RECIPIENTS, count: to.length }));
  }
  for (const address of to.filter((entry) => !isAddress(entry))) {
    found.push(reject('postausgang.badAddress', { address: address.slice(0, 100) }));
  }
  // A line break in a subject would begin a header of its own: „Bcc: …“.
  if (subject.length > MOST_SUBJECT || /[\p{Cc}\u2028\u2029]/u.test(subject)) {
    found.push(reject('postausgang.badSubject', { most: MOST_SUBJECT }));
  }
  if (text.length > MOST_TEXT) found.push(reject('postausgang.textTooLong', { most: MOST_TEXT }));
  if (attachedBytes > MOST_MEGABYTES * 1_000_000) {
    const size = Math.ceil(attachedBytes / 1_000_000);
    found.push(reject('postausgang.attachmentsTooLarge', { size, most: MOST_MEGABYTES }));
  }
  return found;
}

// RFC 5321, sections 4.1.2 and 4.5.3.1, without quoted local parts and without address literals: nobody's office has one,
// and both are how addresses smuggle something in. Domains with umlauts are written as xn--.
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

export function isAddress(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && ADDRESS.test(text);
}
