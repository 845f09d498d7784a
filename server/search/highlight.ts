import type { Piece } from '../contract/search-views.js';
import { tokensOf, type Token } from './analysis/tokens.js';

/** Whether a word of a text is one that was looked for. */
export type Fits = (word: string) => boolean;

/** Letters before and after a hit that make it readable. */
const AROUND = 70;
const MOST_PLACES = 2;
/** Further into a text nobody looks for a hit: a result page of 25 long files must take milliseconds. */
const READ_CHARACTERS = 200_000;

/** A whole text, such as a title, with its hits marked. */
export function marked(text: string, fits: Fits): Piece[] {
  return pieces(
    text,
    0,
    text.length,
    [...tokensOf(text)].filter(({ word }) => fits(word)),
  );
}

/** The first places of a long text that have hits, each with what stands around it. */
export function places(text: string, fits: Fits): Piece[][] {
  const read = text.slice(0, READ_CHARACTERS);
  const found: Token[][] = [];
  for (const token of tokensOf(read)) {
    if (!fits(token.word)) continue;
    const place = found.at(-1);
    const last = place?.at(-1);
    if (place && last && token.start - last.end < AROUND) place.push(token);
    else if (found.length === MOST_PLACES) break;
    else found.push([token]);
  }
  return found.map((tokens) => around(read, tokens));
}

function around(text: string, tokens: readonly Token[]): Piece[] {
  const first = tokens[0]?.start ?? 0;
  const last = tokens.at(-1)?.end ?? 0;
  const start = first <= AROUND ? 0 : wordStart(text, first - AROUND);
  const end = Math.min(text.length, last + AROUND);
  const cut = text.length <= end ? end : Math.max(last, text.lastIndexOf(' ', end));
  const [before, after] = [start > 0 ? '… ' : '', cut < text.length ? ' …' : ''];
  return [
    ...(before ? [{ text: before, hit: false }] : []),
    ...pieces(text, start, cut, tokens),
    ...(after ? [{ text: after, hit: false }] : []),
  ].map(({ text: words, hit }) => ({ text: words.replace(/\s+/g, ' '), hit }));
}

function wordStart(text: string, at: number): number {
  const blank = text.slice(at).search(/\s/);
  return blank < 0 ? at : at + blank + 1;
}

function pieces(text: string, start: number, end: number, tokens: readonly Token[]): Piece[] {
  const result: Piece[] = [];
  let at = start;
  for (const token of tokens) {
    // Two forms of one word overlap; the place is marked once.
    if (token.start < at) continue;
    if (token.start > at) result.push({ text: text.slice(at, token.start), hit: false });
    result.push({ text: text.slice(token.start, token.end), hit: true });
    at = token.end;
  }
  if (at < end) result.push({ text: text.slice(at, end), hit: false });
  return result;
}
