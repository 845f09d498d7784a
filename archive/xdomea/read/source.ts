import { TextDecoder } from 'node:util';
import { finding, type Sentence } from '../../findings/finding.js';
import { ReadingEnded } from './reading-ended.js';

/** XML as it comes: whole, or in pieces of bytes or text from a file, a zip entry or our own writer. */
export type XmlSource = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * The source as text in pieces. Bytes are decoded as UTF-8 and nothing else: a byte that is not UTF-8 ends the reading,
 * it never becomes a replacement character that would silently change a Betreff.
 * @throws ReadingEnded, which readXml turns into its finding.
 */
export async function* decoded(source: XmlSource): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const piece of pieces(source)) {
    if (first && typeof piece !== 'string') refuseUtf16(piece);
    first = false;
    if (typeof piece === 'string') yield { text: piece, bytes: Buffer.byteLength(piece) };
    else yield { text: decode(decoder, piece), bytes: piece.length };
  }
  yield { text: decode(decoder), bytes: 0 };
}

// Whole sources are cut, so that a message of 200 MB never stands in memory a second time as text.
const PIECE = 65536;

function pieces(source: XmlSource): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
  if (source instanceof Uint8Array) return cut(source.length, (from, to) => source.subarray(from, to));
  return typeof source === 'string' ? cut(source.length, (from, to) => source.slice(from, to)) : source;
}

function* cut<T>(length: number, part: (from: number, to: number) => T): Generator<T> {
  for (let from = 0; from < length; from += PIECE) yield part(from, from + PIECE);
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw wrongEncoding({ de: 'Bytes, die kein UTF-8 sind', en: 'bytes that are not UTF-8' });
  }
}

function refuseUtf16(piece: Uint8Array): void {
  const [a, b] = piece;
  const isUtf16 =
    (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c) || (a === 0x3c && b === 0);
  if (isUtf16) throw wrongEncoding({ de: 'UTF-16', en: 'UTF-16' });
}

function wrongEncoding(found: Sentence): ReadingEnded {
  return new ReadingEnded(finding('xml.encoding', { path: '/' }, { found }));
}
