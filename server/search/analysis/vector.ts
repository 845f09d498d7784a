import { tokensOf } from './tokens.js';

/** Weight of a place in PostgreSQL's ranking: A title and Aktenzeichen, B names, C other metadata, D content. */
export type Weight = 'A' | 'B' | 'C' | 'D';

export interface Part {
  readonly weight: Weight;
  readonly text: string;
}

export interface Vector {
  /** Literal of type tsvector. */
  readonly literal: string;
  /** Every different word of it, sorted. */
  readonly words: readonly string[];
  /** False where the text was longer than an index row can be: its end is not searchable. */
  readonly whole: boolean;
}

// A tsvector holds 1 MB, positions up to 16383 and 255 of them per word. The limit below leaves room for the positions.
const LARGEST = 600_000;
const LAST_POSITION = 16_383;
const POSITIONS_PER_WORD = 255;
// A phrase must not reach from the title into the names.
const GAP = 10;

/** What the index keeps of a record: its words with their places, the most important parts first. */
export function vectorOf(parts: readonly Part[]): Vector {
  const places = new Map<string, string[]>();
  let [offset, size, whole] = [0, 0, true];
  for (const { weight, text } of parts) {
    let last = 0;
    for (const { word, position } of tokensOf(text)) {
      last = position;
      const found = places.get(word);
      size += found ? 2 : Buffer.byteLength(word) + 6;
      if (size > LARGEST) {
        whole = false;
        break;
      }
      const place = `${Math.min(offset + position, LAST_POSITION)}${weight}`;
      if (!found) places.set(word, [place]);
      else if (found.length < POSITIONS_PER_WORD && found.at(-1) !== place) found.push(place);
    }
    offset += last + GAP;
  }
  const words = [...places.keys()].sort();
  const literal = words.map((word) => `${quoted(word)}:${(places.get(word) ?? []).join(',')}`).join(' ');
  return { literal, words, whole };
}

/** A word as a lexeme in a literal of tsvector or tsquery. */
export function quoted(word: string): string {
  return `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
}
