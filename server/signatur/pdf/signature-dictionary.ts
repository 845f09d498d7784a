import { dictionary, name, textString, withEntries, byteString } from '../../platform/pdf/objects.js';
import { writeObject } from '../../platform/pdf/write-object.js';

export interface SignatureEntries {
  readonly name: string;
  readonly reason: string;
  readonly location?: string;
  readonly at: Date;
}

/** A signature dictionary with two places to fill when the file around it is known. Offsets count from its first byte. */
export interface SignatureTemplate {
  readonly body: Uint8Array;
  readonly byteRangeAt: number;
  /** Place of `<` and of the byte behind `>`. */
  readonly contentsStart: number;
  readonly contentsEnd: number;
}

// Three numbers of ten digits: files up to 9.3 GB.
const RANGE_PLACE = `[0 ${' '.repeat(10)} ${' '.repeat(10)} ${' '.repeat(10)}]`;

/** Writes the dictionary of EN 319 142-1, 6.3 (PAdES B-B): the time stands in M, and the CMS has none. */
export function signatureTemplate(entries: SignatureEntries, placeholderBytes: number): SignatureTemplate {
  const base = dictionary({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    M: byteString(Buffer.from(pdfDate(entries.at), 'latin1')),
    Name: textString(entries.name),
    Reason: textString(entries.reason),
  });
  const head = Buffer.from(
    writeObject(entries.location === undefined ? base : withEntries(base, { Location: textString(entries.location) })),
  );
  const before = Buffer.concat([head.subarray(0, head.length - '>>'.length), Buffer.from('/ByteRange ')]);
  const between = Buffer.from(`${RANGE_PLACE} /Contents `);
  const contentsStart = before.length + between.length;
  const contents = Buffer.from(`<${'0'.repeat(placeholderBytes * 2)}>`);
  return {
    body: Buffer.concat([before, between, contents, Buffer.from(' >>')]),
    byteRangeAt: before.length,
    contentsStart,
    contentsEnd: contentsStart + contents.length,
  };
}

/** Fills the ByteRange in place: everything but the string of Contents with its brackets. */
export function fillByteRange(file: Buffer, bodyAt: number, template: SignatureTemplate): void {
  const gapEnd = bodyAt + template.contentsEnd;
  const numbers = [bodyAt + template.contentsStart, gapEnd, file.length - gapEnd];
  const text = `[0 ${numbers.map((number) => String(number).padEnd(10)).join(' ')}]`;
  file.write(text, bodyAt + template.byteRangeAt, 'latin1');
}

/** Fills Contents in place; the zeros behind the CMS stay. */
export function fillContents(file: Buffer, bodyAt: number, template: SignatureTemplate, cms: Uint8Array): void {
  file.write(Buffer.from(cms).toString('hex'), bodyAt + template.contentsStart + 1, 'latin1');
}

/** A date of ISO 32000-2, 7.9.4, in UTC. */
function pdfDate(instant: Date): string {
  return `D:${instant.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`;
}
