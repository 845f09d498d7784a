import type { Asn1 } from './read-asn1.js';

export function isUniversal(node: Asn1 | undefined, tag: number): node is Asn1 {
  return node !== undefined && node.tagClass === 'universal' && node.tag === tag;
}

export function isSequence(node: Asn1 | undefined): node is Asn1 {
  return isUniversal(node, 16);
}

export function isSet(node: Asn1 | undefined): node is Asn1 {
  return isUniversal(node, 17);
}

export function isOctetString(node: Asn1 | undefined): node is Asn1 {
  return isUniversal(node, 4);
}

export function isContext(node: Asn1 | undefined, tag: number): node is Asn1 {
  return node !== undefined && node.tagClass === 'context' && node.tag === tag;
}

/** The dotted form of an OBJECT IDENTIFIER, or null for anything else. Arcs may be of any length. */
export function readObjectIdentifier(node: Asn1 | undefined): string | null {
  // No registered identifier is longer than 64 bytes; a bigint of megabytes would only cost time.
  if (!isUniversal(node, 6) || node.content.length === 0 || node.content.length > 64) return null;
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of node.content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0n;
    }
  }
  const [head = 0n, ...rest] = arcs;
  const first = head < 80n ? head / 40n : 2n;
  return [first, head - first * 40n, ...rest].join('.');
}

/** An INTEGER between 0 and 2^48, or null. Version numbers, salt lengths and iteration counts are never larger. */
export function readSmallInteger(node: Asn1 | undefined): number | null {
  if (!isUniversal(node, 2) || node.content.length === 0 || node.content.length > 7) return null;
  if ((node.content[0] ?? 0) >= 0x80) return null;
  return node.content.reduce((value, byte) => value * 256 + byte, 0);
}

/** Text of any string type of X.520. T61String is read as Latin-1, as every issuer meant it. Null for what is no string. */
export function readText(node: Asn1 | undefined): string | null {
  if (node === undefined || node.tagClass !== 'universal') return null;
  const bytes = Buffer.from(node.content);
  switch (node.tag) {
    case 12: // UTF8String
      return bytes.toString('utf8');
    case 18: // NumericString
    case 19: // PrintableString
    case 20: // T61String
    case 22: // IA5String
    case 26: // VisibleString
      return bytes.toString('latin1');
    case 28: // UniversalString
      return fromUtf32(bytes);
    case 30: // BMPString
      return bytes
        .subarray(0, bytes.length & ~1)
        .swap16()
        .toString('utf16le');
    default:
      return null;
  }
}

/** UTCTime or GeneralizedTime in UTC; null where the standard's form (with Z) is not kept. */
export function readTime(node: Asn1 | undefined): Date | null {
  if (!isUniversal(node, 23) && !isUniversal(node, 24)) return null;
  const text = Buffer.from(node.content).toString('latin1');
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/.exec(text);
  const [, yearText = '', month = '', day = '', hour = '', minute = '', second = ''] = match ?? [];
  if (match === null || yearText.length !== (node.tag === 23 ? 2 : 4)) return null;
  const short = Number(yearText);
  // RFC 5280, 4.1.2.5.1: two digits from 50 on mean 19xx.
  const year = node.tag === 24 ? yearText : String(short >= 50 ? 1900 + short : 2000 + short);
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function fromUtf32(bytes: Buffer): string {
  let text = '';
  for (let index = 0; index + 4 <= bytes.length; index += 4) {
    const point = bytes.readUInt32BE(index);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  }
  return text;
}
