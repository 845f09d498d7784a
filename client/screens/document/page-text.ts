/** A piece of text as the PDF library tells of it; lengths in points of the PDF. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  /** Where its baseline begins and how it lies: [a, b, c, d, x, y]. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Whether the line ends behind it. */
  readonly hasEOL: boolean;
}

/** The text of a page in the order in which it is read, with the places where it stands. */
export interface PageText {
  readonly number: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

interface Piece {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly item: TextItem;
}

export type Box = readonly [number, number, number, number];

/** A page that says more than this is no paper that anybody reads: 100 times a full page. */
const MOST_CHARACTERS = 500_000;
/** Lines further apart than this many of their heights begin a new paragraph. */
const PARAGRAPH = 1.8;
/** Signs that are not seen and do something: control signs, and those that turn the direction of what follows. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Puts the pieces of a page together; a foreign file cannot turn or hide what stands around them. */
export function pageTextOf(number: number, items: readonly TextItem[]): PageText {
  const pieces: Piece[] = [];
  let text = '';
  let line: TextItem | null = null;
  let lineBegins = true;
  for (const item of items) {
    if (text.length + item.str.length > MOST_CHARACTERS) break;
    if (item.str !== '') {
      if (lineBegins && line && apart(line, item) > PARAGRAPH * Math.max(line.height, item.height)) text += '\n';
      if (lineBegins) line = item;
      lineBegins = false;
      pieces.push({ start: text.length, end: text.length + item.str.length, item });
      text += item.str.replace(UNSEEN, ' ');
    }
    if (item.hasEOL && !lineBegins) {
      text += '\n';
      lineBegins = true;
    }
  }
  return { number, text, pieces };
}

/**
 * Where characters of the page stand, line by line, in points of the PDF.
 * @param widthOf how wide a text is, in any unit: letters of one piece have different widths
 */
export function boxesOf({ pieces }: PageText, start: number, end: number, widthOf: (text: string) => number): Box[] {
  return pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map(({ start: from, item }) => {
      const whole = widthOf(item.str) || 1;
      const before = widthOf(item.str.slice(0, Math.max(0, start - from))) / whole;
      const until = widthOf(item.str.slice(0, end - from)) / whole;
      return item.dir === 'rtl' ? boxOf(item, 1 - until, 1 - before) : boxOf(item, before, until);
    });
}

/** The part of a piece between two shares of its width, also of one that is written upwards or upside down. */
function boxOf({ transform, width, height }: TextItem, from: number, to: number): Box {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform;
  const length = Math.hypot(a, b) || 1;
  const [along, up] = [
    [a / length, b / length],
    [-b / length, a / length],
  ] as const;
  // A fifth of the height hangs below the baseline, as in g and p.
  const corners = [from * width, to * width].flatMap((run) =>
    [-0.2 * height, 0.9 * height].map((rise) => [x + run * along[0] + rise * up[0], y + run * along[1] + rise * up[1]]),
  ) as (readonly [number, number])[];
  const [xs, ys] = [corners.map(([left]) => left), corners.map(([, top]) => top)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function apart(one: TextItem, other: TextItem): number {
  const [, , , , x1 = 0, y1 = 0] = one.transform;
  const [, , , , x2 = 0, y2 = 0] = other.transform;
  const [a = 1, b = 0] = one.transform;
  const length = Math.hypot(a, b) || 1;
  // Across the direction of writing: how far a line begins to the right says nothing.
  return Math.abs(((x2 - x1) * -b + (y2 - y1) * a) / length);
}
