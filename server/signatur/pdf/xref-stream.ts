import { PdfFault } from './fault.js';
import { decodeStream } from './filters.js';
import { isKind, nameValue, type PdfDictionary, type PdfObject } from '../../platform/pdf/objects.js';
import { readIndirectObject } from './parser.js';
import type { XrefEntry, XrefSection } from './xref.js';

/** Reads a cross-reference stream (ISO 32000-2, 7.5.8). */
export function readXrefStream(bytes: Uint8Array, offset: number, mostEntries: number): XrefSection {
  const { object } = readIndirectObject(bytes, offset, (length) => (typeof length === 'number' ? length : null));
  if (!isKind(object, 'stream') || nameValue(object.dictionary.entries.get('Type')) !== 'XRef') {
    throw new PdfFault('damaged', `no cross-reference section at byte ${offset}`);
  }
  const widths = readWidths(object.dictionary);
  const width = widths[0] + widths[1] + widths[2];
  const data = decodeStream(object, mostEntries * width);
  const ranges = readRanges(object.dictionary);
  const entries: (readonly [number, XrefEntry])[] = [];
  let at = 0;
  for (const [first, count] of ranges) {
    for (let index = 0; index < count && at + width <= data.length; index += 1, at += width) {
      const entry = readEntry(data, at, widths);
      if (entry !== null) entries.push([first + index, entry]);
    }
  }
  return { form: 'stream', offset, trailer: object.dictionary, entries };
}

type Widths = readonly [number, number, number];

function readWidths(dictionary: PdfDictionary): Widths {
  const [type, second, third] = integers(dictionary.entries.get('W'));
  const fits = (value: number | undefined): value is number => value !== undefined && value >= 0 && value <= 8;
  if (!fits(type) || !fits(second) || !fits(third) || second === 0) throw new PdfFault('damaged', 'odd field widths');
  return [type, second, third];
}

function readRanges(dictionary: PdfDictionary): (readonly [number, number])[] {
  const size = dictionary.entries.get('Size');
  const index = dictionary.entries.get('Index');
  const numbers = index === undefined ? [0, typeof size === 'number' ? size : 0] : integers(index);
  const ranges: (readonly [number, number])[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) ranges.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return ranges;
}

function readEntry(data: Uint8Array, at: number, widths: Widths): XrefEntry | null {
  // A type field of width 0 means type 1 (7.5.8.2).
  const type = widths[0] === 0 ? 1 : bigEndian(data, at, widths[0]);
  const second = bigEndian(data, at + widths[0], widths[1]);
  const third = bigEndian(data, at + widths[0] + widths[1], widths[2]);
  if (type === 0) return { kind: 'free' };
  if (type === 1) return { kind: 'offset', offset: second, generation: third };
  return type === 2 ? { kind: 'compressed', container: second, index: third } : null;
}

function bigEndian(data: Uint8Array, start: number, length: number): number {
  let value = 0;
  for (let index = start; index < start + length; index += 1) value = value * 256 + (data[index] ?? 0);
  return value;
}

function integers(object: PdfObject | undefined): number[] {
  return isKind(object, 'array') ? object.items.filter((item) => typeof item === 'number') : [];
}
