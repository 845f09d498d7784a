import type { Box, PdfPage } from '../pdf/pages.js';

/**
 * Where a box lies in the coordinates of a page.
 * @param box measured on the page as it is seen: turned, cut to its CropBox, origin at the lower left corner, in points
 * @returns lower left and upper right corner for Rect, or null when the box is not wholly on the page
 */
export function placeBox(page: PdfPage, box: Box): readonly [number, number, number, number] | null {
  const isTurned = page.rotation === 90 || page.rotation === 270;
  const { width, height } = page.visible;
  const [seenWidth, seenHeight] = isTurned ? [height, width] : [width, height];
  const isInside = box.x >= 0 && box.y >= 0 && box.x + box.width <= seenWidth && box.y + box.height <= seenHeight;
  if (!isInside || !(box.width > 0) || !(box.height > 0)) return null;
  const [one, other] = [toPage(page, box.x, box.y), toPage(page, box.x + box.width, box.y + box.height)];
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
  const [bottom, top] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
  return [page.visible.x + left, page.visible.y + bottom, page.visible.x + right, page.visible.y + top];
}

/** Undoes the clockwise turn with which the page is shown. */
function toPage({ rotation, visible: { width, height } }: PdfPage, x: number, y: number): { x: number; y: number } {
  switch (rotation) {
    case 0:
      return { x, y };
    case 90:
      return { x: width - y, y: x };
    case 180:
      return { x: width - x, y: height - y };
    case 270:
      return { x: y, y: height - x };
  }
}
