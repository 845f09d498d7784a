import { resolveDictionary, resolveItems, type PdfDocument } from './document.js';
import { PdfFault } from './fault.js';
import { isKind, nameValue, type PdfDictionary, type PdfObject } from '../../platform/pdf/objects.js';

/** A filled signature field, reached as a reader reaches it: Root, AcroForm, Fields, Kids, V. */
export interface SignatureField {
  readonly fieldName: string;
  /** The signature dictionary (ISO 32000-2, 12.8.1). */
  readonly signature: PdfDictionary;
  /** Where the object that holds the dictionary stands in the file; null inside an object stream. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

export interface FormFields {
  readonly signatures: readonly SignatureField[];
  /** Full names of all fields, filled or not. */
  readonly names: ReadonlySet<string>;
}

interface Waiting {
  readonly node: PdfObject;
  readonly parentName: string;
  readonly type: PdfObject | undefined;
  /** Object that holds the node when the node itself is direct. */
  readonly holder: number | null;
}

// Tax forms have some 2,000 fields.
const MOST_FIELDS = 50_000;

/** Reads all form fields of one revision. A ring of fields is a fault: readers end it at different places. */
export function readFormFields(pdf: PdfDocument): FormFields {
  const form = resolveDictionary(pdf, pdf.catalog.entries.get('AcroForm'));
  const signatures: SignatureField[] = [];
  const names = new Set<string>();
  const seen = new Set<number>();
  const waiting: Waiting[] = resolveItems(pdf, form?.entries.get('Fields'))
    .map((node) => ({ node, parentName: '', type: undefined, holder: null }))
    .reverse();
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count += 1;
    if (count > MOST_FIELDS) throw new PdfFault('tooComplex', `more than ${MOST_FIELDS} form fields`);
    const number = isKind(next.node, 'reference') ? next.node.number : null;
    if (number !== null && seen.has(number)) throw new PdfFault('damaged', 'a form field stands in the tree twice');
    if (number !== null) seen.add(number);
    const field = resolveDictionary(pdf, next.node);
    if (field === null) continue;
    const fieldName = fullName(next.parentName, pdf.resolve(field.entries.get('T')));
    const type = field.entries.get('FT') ?? next.type;
    const holder = number ?? next.holder;
    names.add(fieldName);
    const found = nameValue(pdf.resolve(type)) === 'Sig' ? readValue(pdf, field, holder, fieldName) : null;
    if (found !== null) signatures.push(found);
    for (const kid of [...resolveItems(pdf, field.entries.get('Kids'))].reverse()) {
      waiting.push({ node: kid, parentName: fieldName, type, holder });
    }
  }
  return { signatures, names };
}

function readValue(
  pdf: PdfDocument,
  field: PdfDictionary,
  holder: number | null,
  fieldName: string,
): SignatureField | null {
  const value = field.entries.get('V');
  const signature = resolveDictionary(pdf, value);
  if (signature === null) return null;
  const number = isKind(value, 'reference') ? value.number : holder;
  return { fieldName, signature, place: number === null ? null : (pdf.locate(number)?.place ?? null) };
}

function fullName(parent: string, partial: PdfObject): string {
  if (!isKind(partial, 'string')) return parent;
  const own = readTextString(partial.bytes);
  return parent === '' ? own : `${parent}.${own}`;
}

/** A text string of ISO 32000-2, 7.9.2.2: UTF-16 or UTF-8 with mark, else taken as Latin-1. */
export function readTextString(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return buffer
      .subarray(2, 2 + ((buffer.length - 2) & ~1))
      .swap16()
      .toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return buffer.toString('utf8', 3);
  return buffer.toString('latin1');
}
