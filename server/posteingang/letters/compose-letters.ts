import { degrees, PDFDocument, type PDFPage, type PDFStream } from '@cantoo/pdf-lib';
import type { ScanPage } from '../../contract/acts/posteingang.js';
import { keepOwnResources } from '../../platform/pdf/register/own-resources.js';
import type { Replacement } from '../../platform/pdf/register/register-parts.js';
import { openForCopy } from '../../platform/pdf/register/take-pages.js';

export interface ScanBytes {
  readonly bytes: Uint8Array;
  /** As many as the letters were laid out for. */
  readonly pages: number;
}

/** Of which scan the pages cannot be taken, and why. */
export interface RefusedScan {
  readonly scan: number;
  readonly why: Replacement;
}

/**
 * Makes a PDF of each letter, one after the other: copies of the pages as they are drawn, each turned by as much as is asked for,
 * and nothing else of the scans. Equal input gives equal bytes.
 */
export async function composeLetters(
  scans: readonly ScanBytes[],
  letters: readonly { readonly pages: readonly ScanPage[] }[],
  made: (bytes: Uint8Array, letter: number) => Promise<void>,
): Promise<RefusedScan | null> {
  const opened: PDFDocument[] = [];
  for (const [scan, { bytes, pages }] of scans.entries()) {
    const source = await openForCopy(bytes);
    if (typeof source === 'string') return { scan, why: source };
    if (source.getPageCount() !== pages) return { scan, why: 'damaged' };
    const taken = letters.flatMap((letter) => letter.pages.filter(({ source: from }) => from === scan));
    if (!isReduced(source, taken)) return { scan, why: 'damaged' };
    opened.push(source);
  }
  for (const [index, { pages }] of letters.entries()) {
    const letter = await PDFDocument.create({ updateMetadata: false });
    const places: PDFPage[] = [];
    for (const [scan, source] of opened.entries()) {
      const refused = await place(letter, source, scan, pages, places);
      if (refused) return refused;
    }
    for (const page of places) letter.addPage(page);
    await made(await letter.save({ addDefaultPage: false, updateFieldAppearances: false }), index);
  }
  return null;
}

/** Takes from the pages what they do not draw. False where it cannot be read what they draw. */
function isReduced(source: PDFDocument, taken: readonly ScanPage[]): boolean {
  const done = new Set<PDFStream>();
  try {
    for (const { page } of taken) keepOwnResources(source.getPage(page - 1), done);
    return true;
  } catch {
    return false;
  }
}

/** Copies what the letter has of one scan at once, so that a font of all its pages is in it once. */
async function place(
  letter: PDFDocument,
  source: PDFDocument,
  scan: number,
  pages: readonly ScanPage[],
  places: PDFPage[],
): Promise<RefusedScan | null> {
  const wanted = [...pages.entries()].filter(([, page]) => page.source === scan);
  try {
    const indices = wanted.map(([, { page }]) => page - 1);
    const copies = await letter.copyPages(source, indices);
    for (const [at, [index, { turn }]] of wanted.entries()) {
      const copy = copies[at];
      if (!copy) return { scan, why: 'damaged' };
      copy.setRotation(degrees((((copy.getRotation().angle + turn) % 360) + 360) % 360));
      places[index] = copy;
    }
    return null;
  } catch {
    return { scan, why: 'damaged' };
  }
}
