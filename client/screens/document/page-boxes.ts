import type { Rectangle } from './draw-page.js';

/** Narrower than this is the end of a line or a gap between words, not text. */
const THINNEST = 1;

/**
 * The rectangles of selected text, one for each line: the browser gives one for each piece of text and for each element around it,
 * and a mark that is drawn twice over itself is darker there.
 */
export function linesOf(rectangles: readonly Rectangle[]): Rectangle[] {
  const pieces = rectangles
    .filter(({ width, height }) => width > THINNEST && height > THINNEST)
    .toSorted((one, other) => one.top - other.top || one.left - other.left);
  const lines: Rectangle[] = [];
  for (const piece of pieces) {
    const at = lines.findIndex((line) => sameLine(line, piece));
    const line = lines[at];
    if (line) lines[at] = around(line, piece);
    else lines.push(piece);
  }
  return lines;
}

/** Half of the lower one beside the other, and no wider apart than a gap between words: columns stay apart. */
function sameLine(line: Rectangle, piece: Rectangle): boolean {
  const height = Math.min(line.height, piece.height);
  const shared = Math.min(line.top + line.height, piece.top + piece.height) - Math.max(line.top, piece.top);
  const gap = Math.max(line.left, piece.left) - Math.min(line.left + line.width, piece.left + piece.width);
  return shared >= height / 2 && gap <= height;
}

function around(one: Rectangle, other: Rectangle): Rectangle {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
  const right = Math.max(one.left + one.width, other.left + other.width);
  const bottom = Math.max(one.top + one.height, other.top + other.height);
  return { left, top, width: right - left, height: bottom - top };
}
