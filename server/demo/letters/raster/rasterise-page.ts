import { loadFont } from '../../../platform/pdf/truetype.js';
import type { DrawnBox, DrawnPage, DrawnText } from '../../../platform/pdf/drawing.js';
import { drawable } from '../../../platform/pdf/text-lines.js';
import { fillContours, type Coverage } from './fill-contours.js';
import { glyphOutline, type Contour, type Point } from './glyph-outline.js';

export interface Rasterised extends Coverage {
  readonly dotsPerInch: number;
}

/**
 * Draws the texts and boxes of a page as ink on pixels, turned a little as paper lies in a scanner.
 *
 * @param degrees clockwise turn around the middle of the sheet
 * @param strokes further closed lines in points of the page, e.g. a handwritten name
 */
export function rasterisePage(
  page: DrawnPage,
  dotsPerInch: number,
  degrees: number,
  strokes: readonly Contour[],
): Rasterised {
  const scale = dotsPerInch / 72;
  const turn = turned(page, degrees);
  const toPixels = (point: Point): Point => {
    const { x, y } = turn(point);
    return { x: x * scale, y: (page.height - y) * scale };
  };
  const contours = [...pageContours(page), ...strokes].map((contour) => contour.map(toPixels));
  const columns = Math.round(page.width * scale);
  const rows = Math.round(page.height * scale);
  return { ...fillContours(columns, rows, contours), dotsPerInch };
}

function turned({ width, height }: DrawnPage, degrees: number): (point: Point) => Point {
  const angle = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return ({ x, y }) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    return { x: width / 2 + dx * cos - dy * sin, y: height / 2 + dx * sin + dy * cos };
  };
}

function pageContours(page: DrawnPage): Contour[] {
  return page.items.flatMap((item) => {
    if (item.kind === 'text') return textContours(item);
    return item.kind === 'box' ? [boxContour(item)] : [];
  });
}

function boxContour({ x, y, width, height }: DrawnBox): Contour {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function textContours({ runs }: DrawnText): Contour[] {
  return runs.flatMap(({ text, x, baseline, size, weight }) => {
    const font = loadFont(weight);
    const scale = size / font.unitsPerEm;
    let left = x;
    return [...drawable(text)].flatMap((letter) => {
      const glyph = font.glyphOf(letter.codePointAt(0) ?? 0);
      const start = left;
      left += font.advanceOf(glyph) * scale;
      return glyphOutline(font, glyph).map((contour) =>
        contour.map((point) => ({ x: start + point.x * scale, y: baseline + point.y * scale })),
      );
    });
  });
}
