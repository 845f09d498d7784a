import type { DrawnImage } from '../../../platform/pdf/drawing.js';
import type { Rasterised } from './rasterise-page.js';

/** Paper is not white and ink is not black; 15 is white. */
const PAPER = 14.6;
const INK = 2.2;

/**
 * Turns ink coverage into the grey picture that an office scanner delivers: paper a little grey, a shadow at the edge
 * where the lid did not close, dust, and one streak of a dirty roller. Always the same dust for the same seed.
 */
export function scanImage({ columns, rows, values, dotsPerInch }: Rasterised, seed: number): DrawnImage {
  const random = generator(seed);
  const streak = Math.floor(columns * 0.83);
  const rowBytes = Math.ceil(columns / 2);
  const nibbles = new Uint8Array(rowBytes * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const ink = values[row * columns + column] ?? 0;
      const grain = random() < 0.012 ? -1 : 0;
      const dirt = column === streak && random() < 0.5 ? -1.2 : 0;
      const light = PAPER + (INK - PAPER) * ink - shadow(column, row, dotsPerInch) + grain + dirt;
      const level = Math.max(0, Math.min(15, Math.round(light)));
      const place = row * rowBytes + (column >> 1);
      nibbles[place] = (nibbles[place] ?? 0) | (level << (column % 2 === 0 ? 4 : 0));
    }
  }
  for (let speck = 0; speck < 60; speck += 1)
    addSpeck(nibbles, rowBytes, Math.floor(random() * columns), Math.floor(random() * rows));
  const points = 72 / dotsPerInch;
  return { kind: 'image', x: 0, y: 0, width: columns * points, height: rows * points, columns, rows, nibbles };
}

/** Dark at the left edge and a little at the top, gone after 3 mm. */
function shadow(column: number, row: number, dotsPerInch: number): number {
  const reach = dotsPerInch / 8;
  return Math.max(0, 1 - column / reach) * 4 + Math.max(0, 1 - row / reach) * 2;
}

function addSpeck(nibbles: Uint8Array, rowBytes: number, column: number, row: number): void {
  const place = row * rowBytes + (column >> 1);
  nibbles[place] = 0x55;
}

/** A small generator with a seed (mulberry32): the demo shall look the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
