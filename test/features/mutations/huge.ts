import { mutation, type Mutation, type Recipe } from './mutation.js';

const MEGABYTE = 1_000_000;

/** Files of 200 MB, written piece by piece. Few of them: each costs a second of disk. */
export const HUGE: readonly Recipe[] = [
  () =>
    repeated(
      'a mail of 200 MB',
      'groß.eml',
      Buffer.from('Subject: a\r\nFrom: a@b.example\r\n\r\n'),
      Buffer.alloc(MEGABYTE, 'x\r\n'),
      '',
    ),
  ({ pdf }) => repeated('a PDF of 200 MB', 'groß.pdf', Buffer.from(pdf.bytes), Buffer.alloc(MEGABYTE), ''),
  () =>
    repeated(
      'XML of 200 MB',
      'groß.xml',
      Buffer.from('<?xml version="1.0"?><a>'),
      Buffer.alloc(MEGABYTE, '<b/>'),
      '</a>',
    ),
  () => {
    const head =
      'From: a@b.example\r\nSubject: a\r\nContent-Type: multipart/mixed; boundary="M"\r\n\r\n--M\r\nContent-Disposition: attachment; filename="a.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\n';
    return repeated(
      'an attachment of 150 MB',
      'anlage.eml',
      Buffer.from(head),
      Buffer.alloc(MEGABYTE, `${'A'.repeat(76)}\r\n`),
      '\r\n--M--\r\n',
    );
  },
  () => mutation('one byte', 'a.pdf', Buffer.from('%')),
];

function repeated(what: string, fileName: string, head: Buffer, piece: Buffer, tail: string): Mutation {
  return {
    what,
    fileName,
    *open() {
      yield head;
      for (let count = 0; count < 200; count += 1) yield piece;
      yield Buffer.from(tail);
    },
  };
}
