/** The object kinds of ISO 32000-2, 7.3. Whole numbers are plain numbers; a real keeps its own kind, because a ByteRange of reals is no ByteRange. */
export type PdfObject =
  null | boolean | number | PdfReal | PdfName | PdfString | PdfArray | PdfDictionary | PdfStream | PdfReference;

export interface PdfReal {
  readonly kind: 'real';
  readonly value: number;
}

export interface PdfName {
  readonly kind: 'name';
  readonly value: string;
}

export interface PdfString {
  readonly kind: 'string';
  readonly form: 'hex' | 'literal';
  readonly bytes: Uint8Array;
  /** Place of the token with its brackets, in the bytes it was read from. */
  readonly start: number;
  readonly end: number;
}

export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfObject[];
}

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfObject>;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  /** The bytes as they stand in the file, still under their filters. */
  readonly data: Uint8Array;
}

export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}

type Kind = Extract<PdfObject, { kind: string }>['kind'];
type OfKind<K extends Kind> = Extract<PdfObject, { kind: K }>;

export function isKind<K extends Kind>(object: PdfObject | undefined, kind: K): object is OfKind<K> {
  return typeof object === 'object' && object !== null && object.kind === kind;
}

export function nameValue(object: PdfObject | undefined): string | null {
  return isKind(object, 'name') ? object.value : null;
}

/** A number of either kind, or null. */
export function numberValue(object: PdfObject | undefined): number | null {
  if (typeof object === 'number') return object;
  return isKind(object, 'real') ? object.value : null;
}

export function name(value: string): PdfName {
  return { kind: 'name', value };
}

export function array(items: readonly PdfObject[]): PdfArray {
  return { kind: 'array', items };
}

export function dictionary(entries: Readonly<Record<string, PdfObject>>): PdfDictionary {
  return { kind: 'dictionary', entries: new Map(Object.entries(entries)) };
}

/** A copy with some entries replaced or added. */
export function withEntries(base: PdfDictionary, entries: Readonly<Record<string, PdfObject>>): PdfDictionary {
  return { kind: 'dictionary', entries: new Map([...base.entries, ...Object.entries(entries)]) };
}

export function reference(number: number, generation = 0): PdfReference {
  return { kind: 'reference', number, generation };
}

export function real(value: number): PdfReal {
  return { kind: 'real', value };
}

/** A text string (7.9.2.2): Latin letters as they are, everything else as UTF-16 with its mark. */
export function textString(text: string): PdfString {
  const plain = /^[\x20-\x7e]*$/.test(text);
  const utf16 = () => Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(text, 'utf16le').swap16()]);
  return byteString(plain ? Buffer.from(text, 'latin1') : utf16());
}

export function byteString(bytes: Uint8Array): PdfString {
  return { kind: 'string', form: 'hex', bytes, start: 0, end: 0 };
}
