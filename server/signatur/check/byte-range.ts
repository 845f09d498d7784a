import { isKind, type PdfObject } from '../../platform/pdf/objects.js';
import type { SignatureField } from '../pdf/signature-fields.js';

/** The covered bytes of one signature: from 0 to `gapStart`, and from `gapEnd` to `end`. */
export interface Covered {
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
  /** The bytes of Contents, still with their padding. */
  readonly contents: Uint8Array;
}

/**
 * Reads ByteRange and Contents with all the strictness of VAL-2: four whole numbers that start at 0, stay inside the
 * file and leave out exactly the hex string of Contents of this very dictionary. Readers that are less strict are the
 * way of nearly every published attack on PDF signatures (wrapping, universal forgery).
 */
export function readCovered(file: Uint8Array, field: SignatureField): Covered | 'byteRange' | 'contents' {
  const range = field.signature.entries.get('ByteRange');
  const numbers = isKind(range, 'array') ? range.items.filter(isOffset) : [];
  const [start, gapStart, gapEnd, rest] = numbers;
  if (!isKind(range, 'array') || range.items.length !== 4 || rest === undefined) return 'byteRange';
  if (gapStart === undefined || gapEnd === undefined || start !== 0) return 'byteRange';
  const end = gapEnd + rest;
  if (gapStart >= gapEnd || rest === 0 || end > file.length) return 'byteRange';
  const contents = field.signature.entries.get('Contents');
  if (!isKind(contents, 'string') || contents.form !== 'hex' || field.place === null) return 'contents';
  if (contents.start < field.place.start || contents.end > field.place.end) return 'contents';
  if (contents.start !== gapStart || contents.end !== gapEnd) return 'byteRange';
  // An even number of digits and nothing else between the brackets: those bytes are the only ones no one signed.
  return contents.bytes.length * 2 + 2 === gapEnd - gapStart
    ? { gapStart, gapEnd, end, contents: contents.bytes }
    : 'contents';
}

function isOffset(object: PdfObject): object is number {
  return typeof object === 'number' && object >= 0;
}
