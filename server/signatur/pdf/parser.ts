import { PdfFault } from './fault.js';
import {
  expectInteger,
  expectWord,
  readHexString,
  readLiteralString,
  readName,
  readWord,
  skipSpace,
  startsWith,
  type Cursor,
} from './lexer.js';
import { isKind, name, type PdfDictionary, type PdfObject } from '../../platform/pdf/objects.js';

/** Deeper than any real file nests its direct objects; a hostile one must not reach the end of the stack. */
const DEEPEST = 100;

export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly object: PdfObject;
  /** From the object number to behind the object, before `endobj`. */
  readonly start: number;
  readonly end: number;
}

/** Reads one direct object (ISO 32000-2, 7.3), or faults. */
export function readObject(cursor: Cursor, depth = 0): PdfObject {
  if (depth > DEEPEST) throw new PdfFault('tooComplex', `objects nested deeper than ${DEEPEST}`);
  skipSpace(cursor);
  if (startsWith(cursor, '<<')) return readDictionary(cursor, depth);
  switch (String.fromCharCode(cursor.bytes[cursor.at] ?? 0)) {
    case '<':
      return readHexString(cursor);
    case '(':
      return readLiteralString(cursor);
    case '/':
      return name(readName(cursor));
    case '[':
      return readArray(cursor, depth);
    default:
      return readAtom(cursor);
  }
}

/**
 * Reads `number generation obj …` at an offset, with its stream.
 * @param streamLength resolves an indirect Length; null where that cannot be done, which makes such a stream a fault
 */
export function readIndirectObject(
  bytes: Uint8Array,
  start: number,
  streamLength: (length: PdfObject | undefined) => number | null,
): IndirectObject {
  const cursor: Cursor = { bytes, at: start };
  const number = expectInteger(cursor);
  const generation = expectInteger(cursor);
  expectWord(cursor, 'obj');
  const object = readObject(cursor);
  const end = cursor.at;
  skipSpace(cursor);
  if (!startsWith(cursor, 'stream') || !isKind(object, 'dictionary')) return { number, generation, object, start, end };
  const data = readStreamData(cursor, streamLength(object.entries.get('Length')));
  return { number, generation, object: { kind: 'stream', dictionary: object, data }, start, end: cursor.at };
}

function readStreamData(cursor: Cursor, length: number | null): Uint8Array {
  cursor.at += 'stream'.length;
  if (cursor.bytes[cursor.at] === 13) cursor.at += 1;
  if (cursor.bytes[cursor.at] === 10) cursor.at += 1;
  if (length === null || length < 0 || cursor.at + length > cursor.bytes.length) {
    throw new PdfFault('damaged', `stream at byte ${cursor.at} has no usable length`);
  }
  const data = cursor.bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  expectWord(cursor, 'endstream');
  return data;
}

function readDictionary(cursor: Cursor, depth: number): PdfDictionary {
  const entries = new Map<string, PdfObject>();
  cursor.at += 2;
  for (;;) {
    skipSpace(cursor);
    if (startsWith(cursor, '>>')) break;
    if (!startsWith(cursor, '/')) throw new PdfFault('damaged', `expected a key at byte ${cursor.at}`);
    const key = readName(cursor);
    const value = readObject(cursor, depth + 1);
    // Readers disagree on which of two equal keys counts: a document shown in two ways must not pass as one.
    if (entries.has(key)) throw new PdfFault('damaged', `the key ${key} stands twice before byte ${cursor.at}`);
    entries.set(key, value);
  }
  cursor.at += 2;
  return { kind: 'dictionary', entries };
}

function readArray(cursor: Cursor, depth: number): PdfObject {
  const items: PdfObject[] = [];
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    if (startsWith(cursor, ']')) break;
    items.push(readObject(cursor, depth + 1));
  }
  cursor.at += 1;
  return { kind: 'array', items };
}

function readAtom(cursor: Cursor): PdfObject {
  const start = cursor.at;
  const word = readWord(cursor);
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  if (/^[+-]?\d+$/.test(word)) {
    const value = Number(word);
    if (!Number.isSafeInteger(value)) return { kind: 'real', value };
    return value < 0 || word.startsWith('+') ? value : (readReference(cursor, value) ?? value);
  }
  if (/^[+-]?(\d+\.\d*|\.\d+)$/.test(word)) return { kind: 'real', value: Number(word) };
  throw new PdfFault('damaged', `no object at byte ${start}`);
}

/** `n g R`: the only place where reading has to look ahead. */
function readReference(cursor: Cursor, number: number): PdfObject | null {
  const ahead: Cursor = { bytes: cursor.bytes, at: cursor.at };
  skipSpace(ahead);
  const generation = readWord(ahead);
  if (!/^\d{1,5}$/.test(generation)) return null;
  skipSpace(ahead);
  if (readWord(ahead) !== 'R') return null;
  cursor.at = ahead.at;
  return { kind: 'reference', number, generation: Number(generation) };
}
