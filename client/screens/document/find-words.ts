/** A stretch of a text, by its offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text as words are compared, and where each of its signs stands in the text that it was made from. */
interface Folded {
  readonly signs: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** With one letter half of a document is a hit. */
export const SHORTEST = 2;
/** Letters that are shown around a hit; few before it, so that it stands in the first of three narrow lines. */
const BEFORE = 20;
const AFTER = 60;

/**
 * Where the words stand in the text. Case and accents do not matter (Muller finds Müller, strasse finds Straße), nor how
 * lines are broken: a word that is divided at the end of a line is found as one.
 */
export function findWords(text: string, words: string): Stretch[] {
  const wanted = folded(words).signs.trim();
  if (wanted.length < SHORTEST) return [];
  const { signs, starts, ends } = folded(text);
  const found: Stretch[] = [];
  for (let at = signs.indexOf(wanted); at >= 0; at = signs.indexOf(wanted, at + wanted.length)) {
    found.push({ start: starts[at] ?? 0, end: ends[at + wanted.length - 1] ?? text.length });
  }
  return found;
}

/** What stands around a stretch, in one line, cut between words. */
export function around(text: string, { start, end }: Stretch): { before: string; found: string; after: string } {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, end + AFTER);
  return {
    before: oneLine(start > BEFORE ? `… ${before.replace(/^\S*\s/, '')}` : before).trimStart(),
    found: oneLine(text.slice(start, end)),
    after: oneLine(end + AFTER < text.length ? `${after.replace(/\s\S*$/, '')} …` : after).trimEnd(),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function folded(text: string): Folded {
  const [starts, ends]: [number[], number[]] = [[], []];
  let signs = '';
  for (let index = 0; index < text.length;) {
    const division = DIVIDED.exec(text.slice(index, index + LONGEST_DIVISION));
    if (division) {
      index += division[0].length;
      continue;
    }
    const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const end = index + sign.length;
    // By the units in which the search counts.
    for (const plain of plainOf(sign, signs).split('')) {
      signs += plain;
      starts.push(index);
      ends.push(end);
    }
    index = end;
  }
  return { signs, starts, ends };
}

/** A hyphen at the end of a line before a small letter; before a capital one it belongs to the word (Rhein-Brücke). */
const DIVIDED = /^[-\u2010\u00ad]\n(?=\p{Ll})/u;
const LONGEST_DIVISION = 4;

function plainOf(sign: string, before: string): string {
  if (/\s/u.test(sign)) return before.endsWith(' ') ? '' : ' ';
  if (sign === '\u00ad') return '';
  // A ligature is its letters, and ü is u with dots.
  return sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace('ß', 'ss');
}
