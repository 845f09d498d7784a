import type { Pixels } from './blank-page.js';
import { SHEET } from './separator-layout.js';

/** Taken once: jsdom looks for a global in its window each time, and a scan has two million dots. */
export const { floor } = Math;

/** Whether there is ink at a place of an A4 sheet, in mm from its upper left corner. */
export type Ink = (x: number, y: number) => boolean;

/** How a sheet lay in the scanner, and what the scanner made of it. */
export interface Scanning {
  /** Clockwise. */
  readonly degrees?: number;
  readonly bed?: 'upright' | 'across';
  readonly dotsPerInch?: number;
  readonly paper?: number;
  readonly ink?: number;
  /** By as much each dot is brighter or darker at random. */
  readonly noise?: number;
  readonly specks?: number;
  /** Black and white only, as a fax machine does. */
  readonly tones?: 'grey' | 'fax';
}

/** As large as the board draws a page. */
const SMALL = { width: 288, height: 384 };

/** A sheet as the board sees it: scanned dot by dot, then drawn small. The same arguments give the same picture. */
export function scanned(ink: Ink, scanning: Scanning = {}): Pixels {
  const { columns, rows, values } = dots(ink, scanning);
  const fit = Math.min(SMALL.width / columns, SMALL.height / rows);
  const [width, height] = [floor(columns * fit), floor(rows * fit)];
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    const [left, top] = [floor((at % width) / fit), floor(floor(at / width) / fit)];
    data.fill(mean(values, columns, left, top, floor(1 / fit)), 4 * at, 4 * at + 3);
  }
  return { data, width, height };
}

interface Dots {
  readonly columns: number;
  readonly rows: number;
  readonly values: Uint8ClampedArray;
}

function dots(ink: Ink, scanning: Scanning): Dots {
  const { degrees = 0, bed = 'upright', dotsPerInch = 150, paper = 235, ink: dark = 40, noise = 0 } = scanning;
  const scale = dotsPerInch / 25.4;
  const [width, height] = bed === 'upright' ? [SHEET.width, SHEET.height] : [SHEET.height, SHEET.width];
  const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const values = new Uint8ClampedArray(columns * rows);
  const next = series();
  for (let at = 0; at < values.length; at += 1) {
    const dx = (at % columns) / scale - width / 2;
    const dy = floor(at / columns) / scale - height / 2;
    const there = ink(SHEET.width / 2 + dx * cos + dy * sin, SHEET.height / 2 - dx * sin + dy * cos);
    const value = (there ? dark : paper) + (next() - 0.5) * noise;
    values[at] = scanning.tones !== 'fax' ? value : value < 128 ? 0 : 255;
  }
  for (let speck = 0; speck < (scanning.specks ?? 0); speck += 1) {
    const at = floor(next() * (rows - 3)) * columns + floor(next() * (columns - 3));
    for (const row of [0, 1, 2]) values.fill(0, at + row * columns, at + row * columns + 3);
  }
  return { columns, rows, values };
}

function mean(values: Uint8ClampedArray, columns: number, left: number, top: number, size: number): number {
  let sum = 0;
  for (let row = top; row < top + size; row += 1) {
    for (let column = left; column < left + size; column += 1) sum += values[row * columns + column] ?? 0;
  }
  return Math.round(sum / (size * size));
}

/** Numbers from 0 to 1 that are the same in every run (Numerical Recipes, „quick and dirty“). */
function series(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
