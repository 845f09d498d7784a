import { asBuffer } from '../pdf/lexer.js';
import type { SignatureField } from '../pdf/signature-fields.js';

const MARK = Buffer.from('/ByteRange');

/** Whether anything in the file looks like a signature dictionary. */
export function hasTrace(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes(MARK);
}

/**
 * Whether the file holds signature dictionaries that the present version does not show: a signature that was removed
 * or replaced by a later revision, which a reader would not learn of otherwise.
 */
export function strayTraces(bytes: Uint8Array, fields: readonly SignatureField[]): boolean {
  const file = asBuffer(bytes);
  const places = fields.map(({ place }) => place).filter((place) => place !== null);
  for (let at = file.indexOf(MARK); at >= 0; at = file.indexOf(MARK, at + MARK.length)) {
    const here = at;
    if (!places.some(({ start, end }) => start <= here && here < end)) return true;
  }
  return false;
}
