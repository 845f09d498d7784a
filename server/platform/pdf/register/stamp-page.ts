import { degrees, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';

const SIZE = 8;
const MARGIN = 14;
/** On a plan in A0 the same 8 points would be a speck: a hundredth of the shorter side stays readable. */
const SHARE_OF_SIDE = 100;

/** Puts a short text into the lower right corner as the page is looked at, on white, whatever way the page is turned. */
export function stampPage(page: PDFPage, text: string, font: PDFFont): void {
  const box = page.getCropBox();
  const angle = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const width = angle % 180 === 0 ? box.width : box.height;
  const size = Math.max(SIZE, Math.min(box.width, box.height) / SHARE_OF_SIDE);
  const textWidth = font.widthOfTextAtSize(text, size);
  // From the lower left corner, as seen.
  const seen = { x: Math.max(2, width - MARGIN - textWidth), y: MARGIN };
  const pad = size / 4;
  const rotate = degrees(angle);
  page.drawRectangle({
    ...onPage(box, angle, { x: seen.x - pad, y: seen.y - pad }),
    width: textWidth + 2 * pad,
    height: size + pad,
    color: rgb(1, 1, 1),
    rotate,
  });
  page.drawText(text, { ...onPage(box, angle, seen), size, font, color: rgb(0.11, 0.13, 0.17), rotate });
}

/** `Rotate` turns clockwise when the page is shown (ISO 32000-2, 7.7.3.3); this is the way back. */
function onPage(
  box: { x: number; y: number; width: number; height: number },
  angle: 0 | 90 | 180 | 270,
  { x, y }: { x: number; y: number },
): { x: number; y: number } {
  switch (angle) {
    case 0:
      return { x: box.x + x, y: box.y + y };
    case 90:
      return { x: box.x + box.width - y, y: box.y + x };
    case 180:
      return { x: box.x + box.width - x, y: box.y + box.height - y };
    case 270:
      return { x: box.x + y, y: box.y + box.height - x };
  }
}
