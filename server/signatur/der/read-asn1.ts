/** One element of BER or DER, read only: its tag, its children where it is constructed, its bytes as they came. */
export interface Asn1 {
  readonly tagClass: 'universal' | 'application' | 'context' | 'private';
  readonly tag: number;
  readonly form: 'primitive' | 'constructed';
  readonly children: readonly Asn1[];
  /** The whole element with its header, byte for byte. */
  readonly raw: Uint8Array;
  /** What lies behind the header. A BER octet string in pieces is put together. */
  readonly content: Uint8Array;
}

/**
 * Reads the element at the start of `bytes`; what follows it is not looked at. BER is taken as well as DER, because old
 * signing programs write indefinite lengths. Returns null for what is not ASN.1, and for what is built to tire a reader:
 * deeper than 50 or more than 500,000 elements (5,000 certificates in one CMS make about 300,000).
 *
 * Why not asn1js: it also decodes inside primitive octet strings, and gives up a whole CMS for one BMPString of odd
 * length in one certificate name. The spec compares both over real files.
 */
export function readAsn1(bytes: Uint8Array): Asn1 | null {
  try {
    return readElement({ bytes, left: 500_000 }, 0, bytes.length, 0).element;
  } catch (problem) {
    if (problem instanceof NotAsn1) return null;
    throw problem;
  }
}

class NotAsn1 extends Error {}

interface Reading {
  readonly bytes: Uint8Array;
  left: number;
}

interface Place {
  readonly element: Asn1;
  readonly next: number;
}

const CLASSES = ['universal', 'application', 'context', 'private'] as const;

function readElement(reading: Reading, start: number, limit: number, depth: number): Place {
  reading.left -= 1;
  if (depth > 50 || reading.left < 0) throw new NotAsn1('nested too deeply or too many elements');
  const first = byteAt(reading, start, limit);
  const { tag, next: lengthAt } = readTag(reading, start, limit);
  const { length, next: contentAt } = readLength(reading, lengthAt, limit);
  const form = (first & 0x20) === 0 ? 'primitive' : 'constructed';
  const tagClass = CLASSES[first >> 6] ?? 'universal';
  if (length === 'indefinite' && form === 'primitive') throw new NotAsn1('a primitive element needs a length');
  const end = length === 'indefinite' ? limit : contentAt + length;
  if (end > limit) throw new NotAsn1('longer than what holds it');
  const inner =
    form === 'constructed'
      ? readChildren(reading, contentAt, end, depth, length === 'indefinite')
      : { children: [], next: end };
  const contentEnd = length === 'indefinite' ? inner.next - 2 : end;
  const pieces = tagClass === 'universal' && tag === 4 && form === 'constructed';
  const content = pieces
    ? Buffer.concat(inner.children.map((child) => child.content))
    : reading.bytes.subarray(contentAt, contentEnd);
  const raw = reading.bytes.subarray(start, inner.next);
  return { element: { tagClass, tag, form, children: inner.children, raw, content }, next: inner.next };
}

function readChildren(reading: Reading, start: number, end: number, depth: number, toEndMark: boolean) {
  const children: Asn1[] = [];
  let next = start;
  while (toEndMark || next < end) {
    if (toEndMark && byteAt(reading, next, end) === 0 && byteAt(reading, next + 1, end) === 0) {
      return { children, next: next + 2 };
    }
    const place = readElement(reading, next, end, depth + 1);
    children.push(place.element);
    next = place.next;
  }
  return { children, next };
}

function readTag(reading: Reading, start: number, limit: number): { tag: number; next: number } {
  const low = byteAt(reading, start, limit) & 0x1f;
  if (low < 0x1f) return { tag: low, next: start + 1 };
  let tag = 0;
  for (let next = start + 1; next < start + 5; next += 1) {
    const byte = byteAt(reading, next, limit);
    tag = tag * 128 + (byte & 0x7f);
    if (byte < 0x80) return { tag, next: next + 1 };
  }
  throw new NotAsn1('no standard has a tag above 2^28');
}

function readLength(reading: Reading, start: number, limit: number): { length: number | 'indefinite'; next: number } {
  const first = byteAt(reading, start, limit);
  if (first < 0x80) return { length: first, next: start + 1 };
  if (first === 0x80) return { length: 'indefinite', next: start + 1 };
  const digits = first & 0x7f;
  if (digits > 6) throw new NotAsn1('no file is longer than 2^48 bytes');
  let length = 0;
  for (let index = 1; index <= digits; index += 1) length = length * 256 + byteAt(reading, start + index, limit);
  return { length, next: start + 1 + digits };
}

function byteAt(reading: Reading, place: number, limit: number): number {
  const byte = place < limit ? reading.bytes[place] : undefined;
  if (byte === undefined) throw new NotAsn1('ends too early');
  return byte;
}
