import { fold } from './fold.js';
import { stem } from './stem.js';

/** One word of a text: its stem, and where it stands there. */
export interface Token {
  readonly word: string;
  /** Offsets in the text, end exclusive, for highlights. */
  readonly start: number;
  readonly end: number;
  /** Number of the word in its text, from 1. Two tokens share one where a word has two forms. */
  readonly position: number;
}

// Letters and digits, over the divisions at ends of lines: a PDF says „Gebühren-“, then „bescheid“.
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:\u00ad|-\s*\n\s*)(?=\p{Ll})[\p{L}\p{M}\p{N}]+)*/gu;

/** Longer „words“ are base64 and other matter that nobody looks for. */
const LONGEST_WORD = 64;

/**
 * The words of a text in their order. Two words with a hyphen between them also count as one („Kfz-Steuer“ is found by
 * „Kfzsteuer“); everything else that is not a letter or digit only divides, so an Aktenzeichen is a row of numbers.
 */
export function* tokensOf(text: string): Generator<Token> {
  let position = 0;
  let before: { folded: string; start: number; end: number; position: number } | null = null;
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const start = match.index;
    const end = start + found.length;
    const { folded, word } = formsOf(found);
    if (folded === '' || folded.length > LONGEST_WORD) {
      before = null;
      continue;
    }
    position += 1;
    if (before && hyphenated(text, before.end, start)) {
      yield { word: stem(before.folded + folded), start: before.start, end, position: before.position };
    }
    yield { word, start, end, position };
    before = { folded, start, end, position };
  }
}

interface Forms {
  readonly folded: string;
  /** Its stem. */
  readonly word: string;
}

// Letters of an office are made of the same few thousand words. Folding and stemming them anew was the largest part of what the
// server did for an import (1.8 of the 3.0 s for the vectors of 2,000 letters).
const KNOWN = new Map<string, Forms>();
const MOST_KNOWN = 50_000;
const LONGEST_KNOWN = 32;

function formsOf(found: string): Forms {
  const known = KNOWN.get(found);
  if (known) return known;
  const folded = fold(found);
  const forms = { folded, word: stem(folded) };
  if (found.length > LONGEST_KNOWN) return forms;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(found, forms);
  return forms;
}

function hyphenated(text: string, end: number, start: number): boolean {
  return (
    start === end + 1 &&
    /[-\u2010\u2011]/.test(text.charAt(end)) &&
    /\p{L}/u.test(text.charAt(end - 1)) &&
    /\p{L}/u.test(text.charAt(start))
  );
}

/** Words that say nothing alone; a query leaves them out, the index keeps them, so that a phrase is found as it stands. */
const EMPTY = new Set(
  (
    'aber als am an auch auf aus bei beim bin bis bist da das dass dem den der des die dies diese dieser doch dort du ' +
    'durch ein eine einem einen einer eines er es für hat hatte ich ihr ihre im in ins ist ja kein keine man mein mit nach ' +
    'nicht noch nur ob oder ohne sein seine sich sie sind so über um und uns unser vom von vor war was weil wenn wer wie wir ' +
    'wird wo zu zum zur zwischen'
  )
    .split(' ')
    .map((word) => stem(fold(word))),
);

export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word);
}
