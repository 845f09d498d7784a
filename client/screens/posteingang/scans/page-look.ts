import { looksBlank, type Pixels } from './blank-page.js';
import { findSeparator } from './separator-code.js';
import { isOwnPrint } from './separator-layout.js';

/** What a page looks like: probably blank; a separator; the code of one on a page that carries more than that. */
export type PageLook = 'blank' | 'separator' | 'moreThanSeparator';

/**
 * What a page, drawn small, looks like; null: like a page of a letter. A separator is a sheet that would be blank without its own
 * print: whatever somebody has written on it, or printed around a code of that name, only a person leaves out.
 */
export function lookOf(pixels: Pixels): PageLook | null {
  if (looksBlank(pixels)) return 'blank';
  const onSheet = findSeparator(pixels);
  if (!onSheet) return null;
  return looksBlank(pixels, (x, y) => isOwnPrint(onSheet(x, y))) ? 'separator' : 'moreThanSeparator';
}
