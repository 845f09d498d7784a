import type { Random } from './random.js';
import { mutation, type Recipe } from './mutation.js';

export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const HEAD = [
  'From: Erika Beispiel <erika@beispiel.example>',
  'To: poststelle@musterkreis.example',
  'Date: Mon, 02 Nov 2026 10:00:00 +0100',
  'Message-ID: <m1@beispiel.example>',
].join('\r\n');

/** A mail with attachments whose names are written as they are, escaped by nobody. */
export function attachmentMail(attachments: readonly Attached[]): Buffer {
  const parts = attachments.map(({ name, bytes }) => {
    const head = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"`;
    return `--M\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`;
  });
  return Buffer.from(
    `${HEAD}\r\nSubject: Post\r\nContent-Type: multipart/mixed; boundary="M"\r\n\r\n${parts.join('')}--M--\r\n`,
  );
}

/** Mails that are wrong as mails. */
export const MAILS: readonly Recipe[] = [
  (_originals, random) => {
    const count = 900 + random.below(400);
    const attachments = Array.from({ length: count }, (_, index) => ({
      name: `${index}.txt`,
      bytes: Buffer.from('x'),
    }));
    return mutation(`${count} attachments`, 'viele.eml', attachmentMail(attachments));
  },
  (_originals, random) => {
    const levels = 4 + random.below(30);
    let mail: Buffer = Buffer.from(`${HEAD}\r\nSubject: innen\r\n\r\ninnen`);
    for (let level = 0; level < levels; level += 1) mail = forwarded(mail, level);
    return mutation(`${levels} mails in each other`, 'matroschka.eml', mail);
  },
  (_originals, random) => {
    const subject = random.pick([
      'x'.repeat(2_000_000),
      '=?utf-8?Q?a=0D=0ABcc:_x@y.example?=',
      '=?x-unknown?B?/////w==?=',
      '\u202Efdp.exe',
    ]);
    return mutation('an odd subject', 'betreff.eml', Buffer.from(`${HEAD}\r\nSubject: ${subject}\r\n\r\nText`));
  },
  (_originals, random) => {
    const type = random.pick([
      'multipart/mixed',
      'multipart/mixed; boundary=""',
      'text/plain; charset=utf-7',
      'text/html; charset="x\r\n y"',
      '/;=',
    ]);
    return mutation(
      'an odd content type',
      'typ.eml',
      Buffer.from(`${HEAD}\r\nSubject: a\r\nContent-Type: ${type}\r\n\r\n--\r\n+ADw-script+AD4-\r\n----\r\n`),
    );
  },
  (_originals, random) => {
    const depth = 500 + random.below(20_000);
    const html = `${'<div>'.repeat(depth)}Text${'</div>'.repeat(depth)}`;
    return mutation(
      'HTML nested deeply',
      'html.eml',
      Buffer.from(`${HEAD}\r\nSubject: a\r\nContent-Type: text/html\r\n\r\n${html}`),
    );
  },
  ({ mail }, random) => mutation('headers shuffled', 'gemischt.eml', shuffledHead(mail.bytes, random)),
  ({ signedMail }, random) => {
    const text = Buffer.from(signedMail.bytes).toString('latin1');
    const encoding = random.pick(['quoted-printable', '7bit', 'x-uuencode', 'binary']);
    return mutation(
      'a wrong transfer encoding',
      'kodierung.eml',
      Buffer.from(text.replaceAll('base64', encoding), 'latin1'),
    );
  },
];

function forwarded(inner: Buffer, level: number): Buffer {
  const mark = `L${level}`;
  return Buffer.concat([
    Buffer.from(
      `${HEAD}\r\nSubject: Fwd\r\nContent-Type: multipart/mixed; boundary="${mark}"\r\n\r\n--${mark}\r\nContent-Type: message/rfc822\r\n\r\n`,
    ),
    inner,
    Buffer.from(`\r\n--${mark}--\r\n`),
  ]);
}

function shuffledHead(bytes: Uint8Array, random: Random): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).split('\r\n');
  const shuffled = lines.map((line) => ({ line, order: random.below(1_000_000) })).sort((a, b) => a.order - b.order);
  return Buffer.from(shuffled.map(({ line }) => line).join('\r\n') + text.slice(end), 'latin1');
}
