import { createHash } from 'node:crypto';
import type { PdfDocument } from './document.js';
import {
  array,
  byteString,
  dictionary,
  isKind,
  name,
  withEntries,
  type PdfDictionary,
  type PdfObject,
} from '../../platform/pdf/objects.js';
import { writeObject } from '../../platform/pdf/write-object.js';

/** An object of a new revision, serialised already: a signature has places in it that are filled afterwards. */
export interface NewObject {
  readonly number: number;
  readonly generation: number;
  readonly body: Uint8Array;
}

export interface Increment {
  /** What is appended to the file. */
  readonly bytes: Uint8Array;
  /** Where the body of each object starts, counted from the start of the whole file. */
  readonly bodyOffsets: ReadonlyMap<number, number>;
}

/**
 * Writes a new revision behind the bytes of a PDF (ISO 32000-2, 7.5.6), with a cross-reference section of the same form
 * as the last one, as readers of hybrid and stream files expect. The old bytes are not touched: earlier signatures stay.
 */
export function writeIncrement(pdf: PdfDocument, objects: readonly NewObject[]): Increment {
  const last = pdf.sections[0];
  if (last === undefined) throw new Error('a document without cross-reference section cannot have been opened');
  const pieces: Uint8Array[] = [];
  const bodyOffsets = new Map<number, number>();
  const places: Place[] = [];
  let at = pdf.bytes.length;
  const put = (piece: Uint8Array | string) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    pieces.push(bytes);
    at += bytes.length;
  };
  put('\n');
  for (const { number, generation, body } of objects) {
    places.push({ number, generation, offset: at });
    put(`${number} ${generation} obj\n`);
    bodyOffsets.set(number, at);
    put(body);
    put('\nendobj\n');
  }
  const start = at;
  const size = Math.max(pdf.size, ...objects.map(({ number }) => number + 1));
  const trailer = nextTrailer(pdf, last.offset, pieces);
  put(last.form === 'table' ? tableSection(places, trailer, size) : streamSection(places, trailer, size, start));
  put(`startxref\n${start}\n%%EOF\n`);
  return { bytes: Buffer.concat(pieces), bodyOffsets };
}

interface Place {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

/** Root, Info and ID go along; the second part of ID names the new revision (14.4). */
function nextTrailer(pdf: PdfDocument, previous: number, pieces: readonly Uint8Array[]): PdfDictionary {
  const kept: Record<string, PdfObject> = {};
  for (const key of ['Root', 'Info']) {
    const value = pdf.trailer.entries.get(key);
    if (value !== undefined) kept[key] = value;
  }
  const revision = createHash('sha256').update(Buffer.concat(pieces)).digest().subarray(0, 16);
  const id = pdf.resolve(pdf.trailer.entries.get('ID'));
  const first = isKind(id, 'array') ? pdf.resolve(id.items[0]) : null;
  const permanent = isKind(first, 'string') ? first : byteString(revision);
  return dictionary({ ...kept, ID: array([permanent, byteString(revision)]), Prev: previous });
}

function tableSection(places: readonly Place[], trailer: PdfDictionary, size: number): Uint8Array {
  const lines = runs(places).flatMap((run) => [
    `${run[0]?.number ?? 0} ${run.length}\n`,
    ...run.map(({ offset, generation }) => `${digits(offset, 10)} ${digits(generation, 5)} n \n`),
  ]);
  const dictionaryBytes = writeObject(withEntries(trailer, { Size: size }));
  return Buffer.concat([Buffer.from(`xref\n${lines.join('')}trailer\n`, 'latin1'), dictionaryBytes, Buffer.from('\n')]);
}

function streamSection(places: readonly Place[], trailer: PdfDictionary, size: number, start: number): Uint8Array {
  // The stream is an object too and lists itself.
  const all = runs([...places, { number: size, generation: 0, offset: start }]);
  const data = Buffer.concat(all.flat().map(xrefRow));
  const stream: PdfObject = {
    kind: 'stream',
    dictionary: withEntries(trailer, {
      Type: name('XRef'),
      Size: size + 1,
      W: array([1, 6, 2]),
      Index: array(all.flatMap((run) => [run[0]?.number ?? 0, run.length])),
      Length: data.length,
    }),
    data,
  };
  return Buffer.concat([Buffer.from(`${size} 0 obj\n`), writeObject(stream), Buffer.from('\nendobj\n')]);
}

function xrefRow({ offset, generation }: Place): Uint8Array {
  const row = Buffer.alloc(9);
  row.writeUInt8(1, 0);
  row.writeUIntBE(offset, 1, 6);
  row.writeUInt16BE(generation, 7);
  return row;
}

/** Groups of consecutive object numbers, ascending. */
function runs(places: readonly Place[]): Place[][] {
  const groups: Place[][] = [];
  for (const place of [...places].sort((left, right) => left.number - right.number)) {
    const group = groups.at(-1);
    if (group?.at(-1)?.number === place.number - 1) group?.push(place);
    else groups.push([place]);
  }
  return groups;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
