import { PdfFault } from './fault.js';
import { decodeStream } from './filters.js';
import { asBuffer, latin1 } from './lexer.js';
import { isKind, nameValue, type PdfDictionary, type PdfObject } from '../../platform/pdf/objects.js';
import { readIndirectObject, readObject } from './parser.js';
import { readXref, type XrefEntry, type XrefSection } from './xref.js';

/** A PDF file, or the first revisions of one, as its last cross-reference chain shows it. */
export interface PdfDocument {
  readonly bytes: Uint8Array;
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  readonly trailer: PdfDictionary;
  readonly catalog: PdfDictionary;
  /** The lowest object number that is free. */
  readonly size: number;
  /** Follows references to the object itself; what is missing is null, as ISO 32000-2, 7.3.10 says. */
  resolve(object: PdfObject | undefined): PdfObject;
  /** An object with its place in the file; the place is null inside an object stream. */
  locate(number: number): LocatedObject | null;
}

export interface LocatedObject {
  readonly object: PdfObject;
  readonly generation: number;
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** Sum of all that is unpacked while one document is read; real object streams have some 10 kB. */
const UNPACKED_LIMIT = 128 * 1024 * 1024;

/** Opens a PDF for reading. Throws PdfFault for what is no PDF, is damaged, encrypted or built to tire us. */
export function openPdf(file: Uint8Array): PdfDocument {
  const bytes = asBuffer(file);
  if (!/^%PDF-\d\.\d/.test(latin1(bytes, 0, 8))) throw new PdfFault('notPdf', 'no PDF header at the start');
  const { sections, entries } = readXref(bytes);
  const trailer = sections[0]?.trailer;
  if (trailer === undefined) throw new PdfFault('damaged', 'no trailer');
  if (trailer.entries.has('Encrypt')) throw new PdfFault('encrypted', 'the file is encrypted');
  const reader = objectReader(bytes, entries);
  const catalog = reader.resolve(trailer.entries.get('Root'));
  if (!isKind(catalog, 'dictionary')) throw new PdfFault('damaged', 'no document catalog');
  return { bytes, sections, trailer, catalog, size: firstFree(trailer, entries), ...reader };
}

/** A dictionary behind any number of references, or null. */
export function resolveDictionary(
  pdf: Pick<PdfDocument, 'resolve'>,
  object: PdfObject | undefined,
): PdfDictionary | null {
  const found = pdf.resolve(object);
  return isKind(found, 'dictionary') ? found : null;
}

/** The items of an array behind any number of references; anything else has none. */
export function resolveItems(pdf: Pick<PdfDocument, 'resolve'>, object: PdfObject | undefined): readonly PdfObject[] {
  const found = pdf.resolve(object);
  return isKind(found, 'array') ? found.items : [];
}

interface Contained {
  readonly number: number;
  readonly object: PdfObject;
}

function objectReader(bytes: Uint8Array, entries: ReadonlyMap<number, XrefEntry>) {
  const cache = new Map<number, LocatedObject | null>();
  const containers = new Map<number, readonly Contained[]>();
  let unpacked = 0;

  function locate(number: number): LocatedObject | null {
    const known = cache.get(number);
    if (known !== undefined) return known;
    // An object that needs itself (a Length that points at its own stream) finds null here.
    cache.set(number, null);
    const found = read(number, entries.get(number));
    cache.set(number, found);
    return found;
  }

  function read(number: number, entry: XrefEntry | undefined): LocatedObject | null {
    if (entry === undefined || entry.kind === 'free') return null;
    if (entry.kind === 'compressed') {
      const found = contentsOf(entry.container)[entry.index];
      if (found?.number !== number) throw new PdfFault('damaged', `object ${number} is not in its object stream`);
      return { object: found.object, generation: 0, place: null };
    }
    const found = readIndirectObject(bytes, entry.offset, (length) => {
      const value = resolve(length);
      return typeof value === 'number' ? value : null;
    });
    if (found.number !== number || found.generation !== entry.generation) {
      throw new PdfFault('damaged', `object ${number} is not where the cross-reference says`);
    }
    return { object: found.object, generation: found.generation, place: { start: found.start, end: found.end } };
  }

  function contentsOf(container: number): readonly Contained[] {
    const known = containers.get(container);
    if (known !== undefined) return known;
    if (entries.get(container)?.kind !== 'offset') throw new PdfFault('damaged', 'an object stream inside another');
    const stream = locate(container)?.object;
    if (!isKind(stream, 'stream') || nameValue(stream.dictionary.entries.get('Type')) !== 'ObjStm') {
      throw new PdfFault('damaged', `object ${container} is no object stream`);
    }
    const data = decodeStream(stream, UNPACKED_LIMIT - unpacked);
    unpacked += data.length;
    const contents = readObjectStream(data, stream.dictionary);
    containers.set(container, contents);
    return contents;
  }

  function resolve(object: PdfObject | undefined): PdfObject {
    let current = object ?? null;
    // Eight hops: a reference to a reference is legal nowhere but found in old files.
    for (let hops = 0; isKind(current, 'reference'); hops += 1) {
      if (hops === 8) return null;
      current = locate(current.number)?.object ?? null;
    }
    return current;
  }

  return { resolve, locate };
}

/** The objects of an object stream (7.5.7): pairs of number and offset first, then the objects. */
function readObjectStream(data: Uint8Array, dictionary: PdfDictionary): readonly Contained[] {
  const count = dictionary.entries.get('N');
  const first = dictionary.entries.get('First');
  if (typeof count !== 'number' || typeof first !== 'number' || count > data.length) {
    throw new PdfFault('damaged', 'odd object stream');
  }
  const header = { bytes: data, at: 0 };
  const contents: Contained[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = readObject(header);
    const offset = readObject(header);
    if (typeof number !== 'number' || typeof offset !== 'number') throw new PdfFault('damaged', 'odd object stream');
    contents.push({ number, object: readObject({ bytes: data, at: first + offset }) });
  }
  return contents;
}

function firstFree(trailer: PdfDictionary, entries: ReadonlyMap<number, XrefEntry>): number {
  const stated = trailer.entries.get('Size');
  let highest = 0;
  for (const number of entries.keys()) highest = Math.max(highest, number);
  return Math.max(highest + 1, typeof stated === 'number' ? stated : 0);
}
