import { reject, type Rejection } from '../../contract/rejections.js';
import { isEmptyWord, tokensOf, type Token } from '../analysis/tokens.js';
import { readFilter, type Filters } from './filters.js';

/** Words that must stand in a record one after the other; most terms are one word. */
export interface Term {
  /** As typed, for messages. */
  readonly typed: string;
  readonly tokens: readonly Token[];
  readonly excluded: boolean;
  /** Every word with this beginning, for `gebühr*`. */
  readonly beginning: boolean;
  /** In quotes: no other forms and no similar words. */
  readonly exact: boolean;
}

export interface ParsedQuery {
  readonly terms: readonly Term[];
  readonly filters: Filters;
}

/** Longer ones are pasted letters, and each word costs a walk through the index. */
const LONGEST_QUERY = 1_000;
const MOST_TERMS = 32;

// Filter `name:value`, quoted words, or words up to the next blank; each may have a minus before it.
const PIECE = /(-?)(?:(\p{L}+):("[^"]*"|[^\s"]+)|"([^"]*)"?|([^\s"]+))/gu;

/**
 * Reads what a person typed: words that must all occur, `"a phrase"`, `-excluded`, `beginning*`, and filters such as
 * `art:vermerk` or `seit:2026-01-01`. A search is its text, so that it can be an address, be kept and be shared.
 *
 * @returns the query, or why it cannot be asked: `search.tooLong`, `search.filter`, `search.onlyExcluded`
 */
export function parseQuery(text: string): ParsedQuery | Rejection {
  if (text.length > LONGEST_QUERY) return reject('search.tooLong', { most: LONGEST_QUERY });
  const terms: Term[] = [];
  const refused: Rejection[] = [];
  let filters: Filters = {};
  for (const [typed, minus = '', name, value, phrase, word] of text.normalize('NFC').matchAll(PIECE)) {
    if (name !== undefined && value !== undefined) {
      const read = readFilter(name, value.replace(/"/g, ''));
      if (read === 'unknown') addTerm(terms, typed, `${name} ${value}`, minus, true);
      else if ('code' in read) refused.push(read);
      else filters = { ...filters, ...read };
    } else addTerm(terms, typed, phrase ?? word ?? '', minus, phrase !== undefined);
  }
  const [first, ...more] = refused;
  if (first) return { ...first, reasons: more };
  if (terms.length > MOST_TERMS) return reject('search.tooLong', { most: LONGEST_QUERY });
  const said = withoutEmptyWords(terms);
  if (said.length > 0 && said.every(({ excluded }) => excluded) && Object.keys(filters).length === 0) {
    return reject('search.onlyExcluded');
  }
  return { terms: said, filters };
}

function addTerm(terms: Term[], typed: string, text: string, minus: string, exact: boolean): void {
  const tokens = [...tokensOf(text)];
  const beginning = !exact && text.endsWith('*');
  if (tokens.length > 0) terms.push({ typed, tokens, excluded: minus === '-', beginning, exact });
}

/** „die“ and „für“ say nothing, unless a person typed nothing else or put them in quotes. */
function withoutEmptyWords(terms: readonly Term[]): readonly Term[] {
  const said = terms.filter(({ tokens, exact }) => exact || !tokens.every(({ word }) => isEmptyWord(word)));
  return said.length > 0 ? said : terms;
}
