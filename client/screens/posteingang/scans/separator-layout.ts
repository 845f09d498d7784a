/** A place on the sheet, in mm from its upper left corner. */
export interface PlaceOnSheet {
  readonly x: number;
  readonly y: number;
}

/** What the code says. The number is that of this layout: another one must not be measured with it. */
export const CODE = 'LAUFMAPPE:TRENNBLATT:1';

/** A4, in mm. */
export const SHEET = { width: 210, height: 297 } as const;

/** Modules along the side of the code: version 2, of which 25 % may be lost. */
export const MODULES = 25;

/**
 * Side of the code in mm: as large as two of them and the words leave room. A small page on the board has four px for a
 * module then, and three where the sheet was scanned across: enough to be read there, so that nothing is drawn twice.
 */
const SIDE = 85;

/** Side of a module in mm. */
export const MODULE = SIDE / MODULES;

/** Upper left corner of the upper code. The lower half of the sheet is the upper one turned round, as on a playing card. */
export const CORNER: PlaceOnSheet = { x: (SHEET.width - SIDE) / 2, y: 22 };

/** Lines of words in the upper half: where they stand, and how high their letters are. */
export const LINES = [
  { baseline: 130, size: 9 },
  { baseline: 137.5, size: 4.2 },
  { baseline: 143.5, size: 4.2 },
] as const;

/** The words lie between these, in both halves. */
const WORDS = { left: 15, top: 116 };

/** By as much the print may lie beside its place, in mm: a sheet is warped in the feeder, and its code is read to a pixel. */
const SLACK = 8;

/** Whether the print of the sheet itself lies here. */
export function isOwnPrint(place: PlaceOnSheet): boolean {
  const { x, y } = place.y > SHEET.height / 2 ? turnedRound(place) : place;
  const inCode =
    x > CORNER.x - SLACK && x < CORNER.x + SIDE + SLACK && y > CORNER.y - SLACK && y < CORNER.y + SIDE + SLACK;
  return inCode || (y > WORDS.top && x > WORDS.left && x < SHEET.width - WORDS.left);
}

function turnedRound({ x, y }: PlaceOnSheet): PlaceOnSheet {
  return { x: SHEET.width - x, y: SHEET.height - y };
}
