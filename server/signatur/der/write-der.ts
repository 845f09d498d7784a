/** Writes DER (X.690), only what certificates, CMS and PKCS#12 need. Every function returns one complete element. */

export function sequence(...elements: readonly Uint8Array[]): Uint8Array {
  return element(0x30, Buffer.concat(elements));
}

/** SET OF: DER demands the elements in ascending order of their encodings (X.690, 11.6). */
export function setOf(...elements: readonly Uint8Array[]): Uint8Array {
  return element(0x31, Buffer.concat([...elements].sort((left, right) => Buffer.compare(left, right))));
}

/** Context tag `[number]`, constructed: explicit around a whole element, or implicit around the content of one. */
export function tagged(number: number, content: Uint8Array): Uint8Array {
  return element(0xa0 | number, content);
}

export function taggedPrimitive(number: number, content: Uint8Array): Uint8Array {
  return element(0x80 | number, content);
}

export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

export function integer(value: number): Uint8Array {
  const hex = value.toString(16);
  return unsignedInteger(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'));
}

/** INTEGER from big-endian bytes that mean a number >= 0. */
export function unsignedInteger(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const digits = bytes.subarray(start);
  // A leading bit would mean a negative number: the "leading FF serial" trap of SIG-3.
  return element(0x02, (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits);
}

export function octetString(content: Uint8Array): Uint8Array {
  return element(0x04, content);
}

/** BIT STRING of whole bytes. */
export function bitString(content: Uint8Array): Uint8Array {
  return element(0x03, Buffer.concat([Buffer.of(0), content]));
}

/** BIT STRING of named flags: trailing zero bits are cut off (X.690, 11.2.2). `bits` are the numbers of the set flags. */
export function flags(...bits: readonly number[]): Uint8Array {
  const highest = Math.max(...bits);
  const content = Buffer.alloc(Math.floor(highest / 8) + 1);
  for (const bit of bits) content[bit >> 3] = (content[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return element(0x03, Buffer.concat([Buffer.of(7 - (highest & 7)), content]));
}

/** BOOLEAN TRUE; FALSE is always a default, and DER does not write defaults (X.690, 11.5). */
export function trueValue(): Uint8Array {
  return element(0x01, Buffer.of(0xff));
}

export function nullValue(): Uint8Array {
  return element(0x05, Buffer.alloc(0));
}

export function utf8String(text: string): Uint8Array {
  return element(0x0c, Buffer.from(text, 'utf8'));
}

export function printableString(text: string): Uint8Array {
  return element(0x13, Buffer.from(text, 'latin1'));
}

/** BMPString (UTF-16, big-endian), as PKCS#12 wants its friendly names. */
export function bmpString(text: string): Uint8Array {
  return element(0x1e, Buffer.from(text, 'utf16le').swap16());
}

/** Time of a certificate: two-digit years until 2049, four digits after (RFC 5280, 4.1.2.5). */
export function time(instant: Date): Uint8Array {
  const digits = instant.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const year = instant.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? element(0x17, Buffer.from(`${digits.slice(2)}Z`, 'latin1'))
    : element(0x18, Buffer.from(`${digits}Z`, 'latin1'));
}

export function element(tag: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Buffer.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest & 0xff);
  return Buffer.of(0x80 | bytes.length, ...bytes);
}

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(0x80 | (rest & 0x7f));
  return digits;
}
