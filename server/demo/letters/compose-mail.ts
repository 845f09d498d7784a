import { createHash } from 'node:crypto';

export interface MailDraft {
  readonly fromName: string;
  readonly fromAddress: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: Date;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly mime: string; readonly bytes: Uint8Array }[];
}

/** Writes a mail as a mail program would (RFC 5322, 2045 to 2047, 2231); equal drafts give equal bytes. */
export function composeMail(draft: MailDraft): Uint8Array {
  const mark = createHash('sha256')
    .update(JSON.stringify([draft.subject, draft.text, draft.sentAt]))
    .digest('hex')
    .slice(0, 24);
  const head = [
    `From: ${encodedWord(draft.fromName)} <${draft.fromAddress}>`,
    `To: <${draft.to}>`,
    `Subject: ${encodedWord(draft.subject)}`,
    `Date: ${draft.sentAt.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mark}@${draft.fromAddress.split('@')[1] ?? 'localhost'}>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="part-${mark}"`,
  ];
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(Buffer.from(draft.text))}`,
    ...draft.attachments.map(({ name, mime, bytes }) => {
      const disposition = `Content-Disposition: attachment;\r\n filename*=utf-8''${encodeURIComponent(name)}`;
      return `Content-Type: ${mime}\r\n${disposition}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(bytes)}`;
    }),
  ];
  const body = parts.map((part) => `--part-${mark}\r\n${part}\r\n`).join('');
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}--part-${mark}--\r\n`);
}

/** Plain ASCII stays readable; anything else becomes encoded words of 14 characters, which stay below the limit of 75 bytes. */
function encodedWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces = text.match(/.{1,14}/gsu) ?? [];
  return pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ');
}

function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
}
