import { widthOf, type Font } from '../../platform/pdf/truetype.js';

export interface PlacedLine {
  readonly text: string;
  /** Font size in points. */
  readonly size: number;
  /** Distance of the base line from the top of the box, in points. */
  readonly baseline: number;
  readonly weight: 'name' | 'detail';
}

const LARGEST = 10;
// Below this no one reads the line on paper (DIN 1450: reading text from 6 pt on, with Noto's large x-height from 5).
const SMALLEST = 5;
const LINE_HEIGHT = 1.3;
/** The first line carries the name and stands out a little. */
const NAME_SCALE = 1.2;

/** Breaks lines into a box at the largest size that fits. Null when even the smallest does not. */
export function layOut(font: Font, lines: readonly string[], width: number, height: number): PlacedLine[] | null {
  for (let size = LARGEST; size >= SMALLEST; size -= 0.5) {
    const placed = placeAt(font, lines, width, size);
    const last = placed?.at(-1);
    if (
      placed !== null &&
      last !== undefined &&
      last.baseline - (last.size * font.descent) / font.unitsPerEm <= height
    ) {
      return placed;
    }
  }
  return null;
}

function placeAt(font: Font, lines: readonly string[], width: number, size: number): PlacedLine[] | null {
  const placed: PlacedLine[] = [];
  let bottom = 0;
  for (const [index, line] of lines.entries()) {
    const weight = index === 0 ? 'name' : 'detail';
    const lineSize = weight === 'name' ? size * NAME_SCALE : size;
    const broken = breakLine(font, line, width, lineSize);
    if (broken === null) return null;
    for (const text of broken) {
      bottom += lineSize * LINE_HEIGHT;
      placed.push({ text, size: lineSize, baseline: bottom - lineSize * (LINE_HEIGHT - 1), weight });
    }
  }
  return placed;
}

/** At spaces only; a word that is wider than the box needs a smaller size. */
function breakLine(font: Font, line: string, width: number, size: number): string[] | null {
  const broken: string[] = [];
  let current = '';
  for (const word of line.split(/\s+/).filter((part) => part !== '')) {
    if (widthOf(font, word, size) > width) return null;
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(font, longer, size) <= width) current = longer;
    else {
      broken.push(current);
      current = word;
    }
  }
  return current === '' ? broken : [...broken, current];
}
