import type { AddressObject, Headers } from 'mailparser';
import { mailWarning, type MailWarning } from './mail-warnings.js';
import type { Mail } from './mail.js';
import { singleLine } from '../api/safe-name.js';

type HeaderFacts = Pick<Mail, 'fromName' | 'fromAddress' | 'to' | 'subject' | 'date' | 'messageId'> & {
  readonly warnings: readonly MailWarning[];
};

/** Sender, receiver, subject and date of a mail, each as one line of text, and what is odd about the headers. */
export function factsOfHeaders(headers: Headers): HeaderFacts {
  const subject = text(headers.get('subject'));
  const sender = addresses(headers.get('from')).at(0) ?? { name: '', address: '' };
  const date = plausibleDate(headers.get('date'));
  const warnings: MailWarning[] = kindWarnings(headers);
  if (/[\r\n]/.test(subject)) warnings.push(mailWarning('mail.headerLineBreak'));
  if (sender.address === '') warnings.push(mailWarning('mail.noSender'));
  if (date === null) warnings.push(mailWarning('mail.dateImplausible'));
  return {
    fromName: singleLine(sender.name),
    fromAddress: singleLine(sender.address),
    to: addresses(headers.get('to'))
      .map(({ address }) => singleLine(address))
      .join(', '),
    subject: singleLine(subject),
    date,
    messageId: singleLine(text(headers.get('message-id'))) || null,
    warnings,
  };
}

function kindWarnings(headers: Headers): MailWarning[] {
  const contentType = contentTypeOf(headers);
  if (contentType.value === 'multipart/report') return [mailWarning('mail.bounce')];
  if (contentType.value === 'multipart/signed') return [mailWarning('mail.signed')];
  if (/^application\/(x-)?pkcs7-mime$/.test(contentType.value)) {
    return [mailWarning(contentType.smimeType === 'signed-data' ? 'mail.signed' : 'mail.encrypted')];
  }
  // RFC 3834: everything but "no" was sent by a machine and must never start a process by itself.
  const automatic = text(headers.get('auto-submitted')).trim().toLowerCase();
  return automatic !== '' && automatic !== 'no' ? [mailWarning('mail.autoReply')] : [];
}

function contentTypeOf(headers: Headers): { value: string; smimeType: string } {
  const header = headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  return {
    value: (header?.value ?? '').toLowerCase(),
    smimeType: (header?.params?.['smime-type'] ?? '').toLowerCase(),
  };
}

/** Before e-mail existed in offices or later than any office can receive it now: a wrong clock or a trick. */
function plausibleDate(value: unknown): string | null {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null;
  const year = value.getUTCFullYear();
  return year > 1990 && year < 2090 ? value.toISOString() : null;
}

function addresses(value: unknown): { name: string; address: string }[] {
  const objects = (Array.isArray(value) ? value : [value]) as (Partial<AddressObject> | undefined)[];
  return objects
    .flatMap((object) => object?.value ?? [])
    .slice(0, 100)
    .map(({ name, address }) => ({ name: name ?? '', address: address ?? '' }));
}

function text(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}
