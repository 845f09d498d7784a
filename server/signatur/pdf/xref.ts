import { PdfFault } from './fault.js';
import { expectInteger, expectWord, latin1, readWord, skipSpace, startsWith, type Cursor } from './lexer.js';
import { isKind, type PdfDictionary } from '../../platform/pdf/objects.js';
import { readObject } from './parser.js';
import { readXrefStream } from './xref-stream.js';

export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'compressed'; readonly container: number; readonly index: number };

/** One cross-reference section: what one revision says about its objects. */
export interface XrefSection {
  readonly form: 'table' | 'stream';
  readonly offset: number;
  readonly trailer: PdfDictionary;
  readonly entries: readonly (readonly [number, XrefEntry])[];
}

export interface Xref {
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  readonly entries: ReadonlyMap<number, XrefEntry>;
}

// A file changed every working day for 80 years has 20,000 revisions; 2,000,000 objects are a book of 100,000 pages.
const MOST_SECTIONS = 20_000;
const MOST_ENTRIES = 2_000_000;

/**
 * Reads the chain of cross-reference sections from the last `startxref` (ISO 32000-2, 7.5.4 to 7.5.8). There is no
 * repair by guessing: two readers guess differently, and then one signature covers two different documents.
 */
export function readXref(bytes: Uint8Array): Xref {
  const sections: XrefSection[] = [];
  const entries = new Map<number, XrefEntry>();
  const seen = new Set<number>();
  let count = 0;
  const waiting = [findStartXref(bytes)];
  for (let offset = waiting.pop(); offset !== undefined; offset = waiting.pop()) {
    if (seen.has(offset)) throw new PdfFault('damaged', 'the cross-reference sections form a ring');
    if (seen.size >= MOST_SECTIONS) throw new PdfFault('tooComplex', `more than ${MOST_SECTIONS} revisions`);
    seen.add(offset);
    const section = readSection(bytes, offset, MOST_ENTRIES - count);
    count += section.entries.length;
    if (count > MOST_ENTRIES) throw new PdfFault('tooComplex', `more than ${MOST_ENTRIES} objects`);
    sections.push(section);
    for (const [number, entry] of section.entries) if (!entries.has(number)) entries.set(number, entry);
    waiting.push(...olderOffsets(section));
  }
  return { sections, entries };
}

/** A hybrid file (7.5.8.4) has its hidden objects in XRefStm; they count before those of Prev. */
function olderOffsets(section: XrefSection): number[] {
  const hybrid = section.form === 'table' ? section.trailer.entries.get('XRefStm') : undefined;
  return [section.trailer.entries.get('Prev'), hybrid].filter((value) => typeof value === 'number');
}

function findStartXref(bytes: Uint8Array): number {
  // 7.5.5 puts it into the last lines; Annex H of older editions allows 1,024 bytes behind %%EOF.
  const from = Math.max(0, bytes.length - 2048);
  const found = latin1(bytes, from, bytes.length).lastIndexOf('startxref');
  if (found < 0) throw new PdfFault('damaged', 'no startxref at the end');
  const cursor: Cursor = { bytes, at: from + found };
  expectWord(cursor, 'startxref');
  return expectInteger(cursor);
}

function readSection(bytes: Uint8Array, offset: number, mostEntries: number): XrefSection {
  if (offset >= bytes.length) throw new PdfFault('damaged', 'a cross-reference section lies outside the file');
  const cursor: Cursor = { bytes, at: offset };
  skipSpace(cursor);
  return startsWith(cursor, 'xref') ? readTable(cursor, offset) : readXrefStream(bytes, offset, mostEntries);
}

function readTable(cursor: Cursor, offset: number): XrefSection {
  const entries: (readonly [number, XrefEntry])[] = [];
  expectWord(cursor, 'xref');
  for (;;) {
    skipSpace(cursor);
    if (startsWith(cursor, 'trailer')) break;
    const first = expectInteger(cursor);
    const count = expectInteger(cursor);
    if (count * 18 > cursor.bytes.length)
      throw new PdfFault('damaged', 'the cross-reference table is longer than the file');
    for (let index = 0; index < count; index += 1) entries.push([first + index, readEntry(cursor)]);
  }
  expectWord(cursor, 'trailer');
  const trailer = readObject(cursor);
  if (!isKind(trailer, 'dictionary')) throw new PdfFault('damaged', 'no trailer dictionary');
  return { form: 'table', offset, trailer, entries };
}

function readEntry(cursor: Cursor): XrefEntry {
  const offset = expectInteger(cursor);
  const generation = expectInteger(cursor);
  skipSpace(cursor);
  const word = readWord(cursor);
  if (word === 'n') return { kind: 'offset', offset, generation };
  if (word === 'f') return { kind: 'free' };
  throw new PdfFault('damaged', `odd cross-reference entry before byte ${cursor.at}`);
}
