import { inflateSync } from 'node:zlib';
import { holdsMiddle, type Box } from './box.js';
import { glyphsOf } from './glyphs.js';
import {
  library,
  openForDrawing,
  pictureOf,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type PixelData,
} from './library.js';
import { wordsOf } from './words.js';
import type { NewPage } from './write-pages.js';

/**
 * Reads a new file as somebody would who looks for what was blackened: the words and the pixels below the boxes with the PDF
 * library, and the words that occur nowhere else in all bytes, every stream unpacked. Nothing may be found.
 */
export async function checkRedacted(
  bytes: Uint8Array,
  pages: readonly NewPage[],
  words: { readonly kept: readonly string[]; readonly removed: readonly string[] },
): Promise<boolean> {
  const opened = await openForDrawing(bytes);
  if (opened.kind !== 'open') return false;
  try {
    const { document } = opened;
    if (document.numPages !== pages.length) return false;
    for (const [index, page] of pages.entries()) {
      if (page.boxes.length > 0 && !(await boxesHold(document, index + 1, page))) return false;
    }
  } finally {
    await opened.close();
  }
  const labels = pages.flatMap(({ boxes }) => boxes.map(({ label }) => label));
  const stays = [...words.kept, ...labels].join('\n').toLowerCase();
  const gone = [...new Set(words.removed.map((word) => word.toLowerCase()))].filter((word) => !stays.includes(word));
  return !bytesTell(Buffer.from(bytes), gone);
}

async function boxesHold(document: PDFDocumentProxy, number: number, { boxes, width, height }: NewPage) {
  const page = await document.getPage(number);
  const letters = await glyphsOf(document, page);
  const written = wordsOf(letters);
  for (const { box, label } of boxes) {
    const reasons = new Set(boxes.flatMap((other) => other.label.split(/\s+/)).concat(label.split(/\s+/)));
    if (written.some((word) => holdsMiddle(box, word.box) && !reasons.has(word.text))) return false;
  }
  const pictures = await picturePixels(page);
  const black = (picture: PixelData | null) =>
    picture !== null && boxes.every(({ box }) => isBlack(picture, box, { width, height }));
  return pictures.length === 1 && pictures.every(black);
}

/** The pictures of a page as the library unpacks them from the new bytes. */
async function picturePixels(page: PDFPageProxy): Promise<(PixelData | null)[]> {
  const { OPS } = await library();
  const { fnArray, argsArray } = await page.getOperatorList();
  const named = fnArray.flatMap((operator: number, index: number) =>
    operator === OPS.paintImageXObject ? [(argsArray[index] as readonly unknown[])[0]] : [],
  );
  return Promise.all(named.map((name: unknown) => pictureOf(page, name)));
}

/** Levels up to which a JPEG may miss black. */
const NEARLY_BLACK = 48;

function isBlack({ data, kind, width, height }: PixelData, box: Box, page: { width: number; height: number }): boolean {
  // ImageKind of the library: 2 is RGB, 3 RGBA. What comes otherwise cannot be judged and is refused.
  const step = kind === 2 ? 3 : kind === 3 ? 4 : 0;
  if (step === 0) return false;
  const [left, bottom, right, top] = box;
  const [scaleX, scaleY] = [width / page.width, height / page.height];
  const [fromX, toX] = [Math.max(0, Math.ceil(left * scaleX)), Math.min(width, Math.floor(right * scaleX))];
  const fromY = Math.max(0, Math.ceil((page.height - top) * scaleY));
  const toY = Math.min(height, Math.floor((page.height - bottom) * scaleY));
  for (let y = fromY + 1; y < toY - 1; y += 1) {
    for (let x = fromX + 1; x < toX - 1; x += 1) {
      const at = (y * width + x) * step;
      if (Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) > NEARLY_BLACK) return false;
    }
  }
  return true;
}

/** Shorter words would be found by chance in packed pixels: four given bytes turn up in every fourth gigabyte. */
const SHORTEST = 5;
// The words of the format itself and the names in our own files are no finds.
const SYNTAX = /\/[A-Za-z0-9-]+|\b(?:obj|endobj|stream|endstream|xref|trailer|startxref)\b/g;

/** Whether one of the words stands anywhere in the bytes: as letters, as UTF-16 or as digits, packed or not. */
export function bytesTell(bytes: Buffer, words: readonly string[]): boolean {
  const texts = [bytes, ...unpacked(bytes)].map((part) => part.toString('latin1').replace(SYNTAX, ' ').toLowerCase());
  return words
    .filter((word) => word.length >= SHORTEST)
    .flatMap(spellings)
    .some((spelling) => texts.some((text) => text.includes(spelling)));
}

function spellings(word: string): string[] {
  const variants = [word, word.toUpperCase(), (word[0] ?? '').toUpperCase() + word.slice(1)];
  const forms = variants.flatMap((variant) => {
    const utf16 = Buffer.from(variant, 'utf16le');
    return [Buffer.from(variant, 'utf8'), Buffer.from(variant, 'latin1'), utf16, Buffer.from(utf16).swap16()];
  });
  return [...new Set(forms.flatMap((form) => [form.toString('latin1').toLowerCase(), form.toString('hex')]))];
}

function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('\nendstream', at);
    if (end === -1) break;
    try {
      found.push(inflateSync(bytes.subarray(at + 7, end)));
    } catch {
      // A JPEG, or the word inside of pixels: searched as it stands.
    }
  }
  return found;
}
