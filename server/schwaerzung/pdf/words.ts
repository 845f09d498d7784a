import { around, union, type Box } from './box.js';
import type { Glyph } from './glyphs.js';

/** A word as the eye sees it: letters that stand beside each other, in whatever order they were written. */
export interface Word {
  readonly text: string;
  /** Ends of its baseline in user space. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Height of one em in points. */
  readonly size: number;
  readonly box: Box;
  /** Its middle, where every letter has ink: what tells whether it can be seen at all. */
  readonly core: Box;
  /** Words of one number are read as one line. */
  readonly line: number;
}

// In em. A gap of more than a sixth parts two words: a blank is a quarter, kerning a tenth at most. A blank that justified
// text has squeezed parts them from less; one that was written and then taken back parts nothing.
const [GAP, SQUEEZED_GAP] = [0.16, 0.07];
/** Letters of one line may stand this much higher or lower, in em: raised numbers begin a line of their own. */
const SWAY = 0.3;

/** Height of small letters, in em. */
const CORE = 0.5;

interface Placed {
  readonly glyph: Glyph;
  readonly size: number;
  /** Along the baseline, and how far above the origin it runs; both in points, turned so that text runs to the right. */
  readonly start: number;
  readonly end: number;
  readonly height: number;
}

/** The words of a page in reading order: direction by direction, from top to bottom, along the line. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const directions = new Map<number, Placed[]>();
  for (const glyph of glyphs) {
    const angle = directionOf(glyph);
    const letters = directions.get(angle) ?? [];
    letters.push(placed(glyph, angle));
    directions.set(angle, letters);
  }
  const words: Word[] = [];
  let line = 0;
  for (const [, letters] of [...directions].sort(([a], [b]) => Math.abs(a) - Math.abs(b))) {
    for (const row of rowsOf(letters)) {
      const found = partsOf(row).map((part) => wordFrom(part, line));
      if (found.length > 0) line += 1;
      words.push(...found);
    }
  }
  return words;
}

/** Whole degrees: a scan that was straightened turns its text by fractions. */
function directionOf({ from, to, up }: Glyph): number {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  // An accent without width has no direction of its own; it stands with the letter that its height belongs to.
  const angle = Math.hypot(x, y) < 0.001 ? Math.atan2(-up[0], up[1]) : Math.atan2(y, x);
  const degrees = Math.round((angle * 180) / Math.PI);
  return degrees === -180 ? 180 : degrees;
}

function placed(glyph: Glyph, angle: number): Placed {
  const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const along = ([x, y]: readonly [number, number]) => x * cosine + y * sine;
  const [start, end] = [along(glyph.from), along(glyph.to)];
  const height = glyph.from[1] * cosine - glyph.from[0] * sine;
  return { glyph, size: Math.hypot(...glyph.up), start, end, height };
}

function rowsOf(letters: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const letter of [...letters].sort((a, b) => b.height - a.height)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && first.height - letter.height < SWAY * Math.max(first.size, letter.size)) row.push(letter);
    else rows.push([letter]);
  }
  return rows.map((row) => row.sort((a, b) => a.start - b.start));
}

function partsOf(row: readonly Placed[]): Placed[][] {
  const parts: Placed[][] = [];
  let last: Placed | null = null;
  let blank = false;
  for (const letter of row) {
    if (/^\s*$/u.test(letter.glyph.text)) {
      blank = true;
      continue;
    }
    const em = Math.max(last?.size ?? 0, letter.size);
    // Bold by writing twice: one letter for the reader.
    if (last && last.glyph.text === letter.glyph.text && letter.start - last.start < 0.1 * em) continue;
    const gap = last ? letter.start - last.end : Infinity;
    if (gap > (blank ? SQUEEZED_GAP : GAP) * em) parts.push([letter]);
    else parts.at(-1)?.push(letter);
    last = letter;
    blank = false;
  }
  return parts;
}

function wordFrom(letters: readonly Placed[], line: number): Word {
  const [first, last] = [letters[0], letters.at(-1)];
  if (!first || !last) throw new Error('A word has letters');
  return {
    text: letters.map(({ glyph }) => glyph.text).join(''),
    ...{ from: first.glyph.from, to: last.glyph.to, line },
    size: Math.max(...letters.map(({ size }) => size)),
    box: union(letters.map(({ glyph }) => glyph.box)),
    core: around(
      [first.glyph, last.glyph].flatMap(({ from, to, up: [x, y] }, end) => {
        const [atX, atY] = end === 0 ? from : to;
        return [
          [atX, atY],
          [atX + x * CORE, atY + y * CORE],
        ] as const;
      }),
    ),
  };
}
