import { decodeQR, type FinderPoints, type Point } from 'qr/decode.js';
import type { Pixels } from './blank-page.js';
import { CODE, CORNER, MODULE, MODULES, type PlaceOnSheet } from './separator-layout.js';

/** No limit in time: what a page is must not depend on how busy the machine is. A page of noise takes 60 ms, one of text 20. */
const THOROUGH = { effort: 3, timeLimit: Infinity } as const;

/** The middle of a finder, the square in a corner of the code, is so many modules from both edges. */
const MIDDLE = 3.5;

/** Reads the code of a separator. @returns where on the sheet a pixel lies; null where the page carries no such code */
export function findSeparator(pixels: Pixels): ((x: number, y: number) => PlaceOnSheet) | null {
  const found: FinderPoints[] = [];
  const pointsOnDetect = (points: FinderPoints, said: string | Error): void => {
    if (said === CODE) found.push(points);
  };
  try {
    decodeQR(pixels, { ...THOROUGH, pointsOnDetect });
  } catch {
    // So it says that there is no code: nearly every page.
    return null;
  }
  return found[0] ? sheetUnder(found[0]) : null;
}

/** Paper is turned and scaled, never bent: three corners say how all of it lies. */
function sheetUnder({ tl, tr, bl }: FinderPoints): (x: number, y: number) => PlaceOnSheet {
  const [right, down] = [perMillimetre(tl, tr), perMillimetre(tl, bl)];
  const area = right.x * down.y - right.y * down.x;
  return (x, y) => {
    const [dx, dy] = [x - tl.x, y - tl.y];
    return {
      x: CORNER.x + MIDDLE * MODULE + (dx * down.y - dy * down.x) / area,
      y: CORNER.y + MIDDLE * MODULE + (dy * right.x - dx * right.y) / area,
    };
  };
}

function perMillimetre(from: Point, to: Point): Point {
  const distance = (MODULES - 2 * MIDDLE) * MODULE;
  return { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance };
}
