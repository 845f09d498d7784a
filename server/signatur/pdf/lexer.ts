import { PdfFault } from './fault.js';
import type { PdfString } from '../../platform/pdf/objects.js';

/** A place in bytes that moves while reading. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

const LONGEST_HEX = 64 * 1024 * 1024;
const LONGEST_LITERAL = 1024 * 1024;

/** What a byte is (ISO 32000-2, 7.2.3). A table, because a reader of 4 MB of objects asks 10 million times. */
const REGULAR = 0;
const WHITE = 1;
const DELIMITER = 2;
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = WHITE;
for (const byte of Buffer.from('()<>[]{}/%', 'latin1')) KIND[byte] = DELIMITER;

/** Skips white space and comments (ISO 32000-2, 7.2.3 and 7.2.4). */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const byte = cursor.bytes[cursor.at];
    if (byte === 0x25) skipLine(cursor);
    else if (byte !== undefined && KIND[byte] === WHITE) cursor.at += 1;
    else return;
  }
}

/** The run of regular characters at the cursor: a number, a keyword, or empty. */
export function readWord(cursor: Cursor): string {
  const start = cursor.at;
  while (isRegular(cursor.bytes[cursor.at])) cursor.at += 1;
  // Longer than any number or keyword; the text is only compared, so its end does not matter.
  return latin1(cursor.bytes, start, Math.min(cursor.at, start + 64));
}

/** Whether the ASCII text stands at the cursor. */
export function startsWith(cursor: Cursor, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (cursor.bytes[cursor.at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** Takes a keyword after white space, or faults. */
export function expectWord(cursor: Cursor, word: string): void {
  skipSpace(cursor);
  if (readWord(cursor) !== word) throw new PdfFault('damaged', `expected ${word} before byte ${cursor.at}`);
}

/** Takes an integer >= 0 after white space, or faults. */
export function expectInteger(cursor: Cursor): number {
  skipSpace(cursor);
  const word = readWord(cursor);
  const value = Number(word);
  if (!/^\d+$/.test(word) || !Number.isSafeInteger(value)) {
    throw new PdfFault('damaged', `expected a whole number before byte ${cursor.at}`);
  }
  return value;
}

/** A name behind its slash, with #xx resolved to Latin-1. */
export function readName(cursor: Cursor): string {
  cursor.at += 1;
  const start = cursor.at;
  while (isRegular(cursor.bytes[cursor.at])) cursor.at += 1;
  return latin1(cursor.bytes, start, cursor.at).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** A string `<…>`. White space inside is allowed, an odd last digit counts as if 0 followed (7.3.4.3). */
export function readHexString(cursor: Cursor): PdfString {
  const start = cursor.at;
  const close = cursor.bytes.indexOf(0x3e, start);
  if (close < 0) throw new PdfFault('damaged', `hex string at byte ${start} has no end`);
  // A signature value has some 20 kB, with all long-term data some MB.
  if (close - start > LONGEST_HEX) throw new PdfFault('tooComplex', `hex string of ${close - start} bytes`);
  const digits = latin1(cursor.bytes, start + 1, close).replace(/[\0\t\n\f\r ]+/g, '');
  if (!/^[0-9A-Fa-f]*$/.test(digits)) throw new PdfFault('damaged', `hex string at byte ${start} has other letters`);
  cursor.at = close + 1;
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  return { kind: 'string', form: 'hex', bytes, start, end: cursor.at };
}

/** A string `(…)` with balanced brackets and escapes (7.3.4.2). */
export function readLiteralString(cursor: Cursor): PdfString {
  const start = cursor.at;
  const bytes: number[] = [];
  let open = 1;
  cursor.at += 1;
  while (open > 0) {
    const byte = cursor.bytes[cursor.at];
    if (byte === undefined) throw new PdfFault('damaged', `string at byte ${start} has no end`);
    if (bytes.length > LONGEST_LITERAL) throw new PdfFault('tooComplex', `string at byte ${start} is too long`);
    cursor.at += 1;
    if (byte === 0x5c) bytes.push(...readEscape(cursor));
    else {
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open > 0) bytes.push(byte);
    }
  }
  return { kind: 'string', form: 'literal', bytes: Uint8Array.from(bytes), start, end: cursor.at };
}

export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return asBuffer(bytes).toString('latin1', start, end);
}

/** The same bytes as a Buffer, without a copy. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function readEscape(cursor: Cursor): number[] {
  const octal = /^[0-7]{1,3}/.exec(latin1(cursor.bytes, cursor.at, cursor.at + 3))?.[0];
  if (octal !== undefined) {
    cursor.at += octal.length;
    return [parseInt(octal, 8) & 0xff];
  }
  const byte = cursor.bytes[cursor.at];
  cursor.at += 1;
  if (byte === 13 && cursor.bytes[cursor.at] === 10) cursor.at += 1;
  // A backslash before the end of a line joins the lines.
  if (byte === undefined || byte === 13 || byte === 10) return [];
  return [ESCAPES[String.fromCharCode(byte)] ?? byte];
}

function skipLine(cursor: Cursor): void {
  for (;;) {
    const byte = cursor.bytes[cursor.at];
    if (byte === undefined || byte === 10 || byte === 13) return;
    cursor.at += 1;
  }
}

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && KIND[byte] === REGULAR;
}
