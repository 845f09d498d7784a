import { A4, type Drawn } from './drawing.js';

/** Margins of DIN 5008: 25 mm left, 20 mm right; the text never comes closer to an edge. */
export const LEFT = 70.87;
export const RIGHT = A4.width - 56.69;
export const WIDTH = RIGHT - LEFT;

const TOP = A4.height - 56;
const BOTTOM = 84;

/** Something that is drawn as one piece, downwards from a given height. */
export interface Block {
  readonly height: number;
  /** @param top distance from the lower edge of the page, in points */
  draw(top: number): Drawn[];
}

/**
 * Puts blocks under each other; one that does not fit any more begins the next page.
 *
 * @param bottomOfFirst where the text of the first page ends, in points from its lower edge; below it is room to sign
 * @returns items page by page
 */
export function placeBlocks(blocks: readonly Block[], bottomOfFirst = BOTTOM): Drawn[][] {
  const pages: Drawn[][] = [[]];
  let top = TOP;
  for (const block of blocks) {
    const bottom = pages.length === 1 ? bottomOfFirst : BOTTOM;
    const isFresh = top === TOP;
    if (top - block.height < bottom && !isFresh) {
      pages.push([]);
      top = TOP;
    }
    pages.at(-1)?.push(...block.draw(top));
    top -= block.height;
  }
  return pages;
}
