import { quoted } from '../analysis/vector.js';
import type { ParsedQuery, Term } from './parse-query.js';

/** Other words that count as a word of the query: compounds that contain it, or similar ones. */
export type OtherWords = (word: string) => readonly string[];

/**
 * The condition on words as a literal of type tsquery; null for a query of filters alone.
 * Terms are joined by `&`, the words of a term by `<->` with their distance.
 */
export function tsquery({ terms }: ParsedQuery, others: OtherWords): string | null {
  const conditions = terms.map((term) => `${term.excluded ? '!' : ''}${termCondition(term, others)}`);
  return conditions.length > 0 ? conditions.join(' & ') : null;
}

/** The words of a query that may have other forms: single ones that are neither quoted nor excluded. */
export function widenable({ terms }: ParsedQuery): string[] {
  return terms.flatMap(({ tokens, exact, excluded, beginning }) => {
    const [token] = tokens;
    return token && tokens.length === 1 && !exact && !excluded && !beginning ? [token.word] : [];
  });
}

function termCondition(term: Term, others: OtherWords): string {
  const { tokens, exact, excluded, beginning } = term;
  const [first] = tokens;
  if (!first) throw new Error('A term without words');
  if (tokens.length === 1 && !exact && !excluded) {
    if (beginning) return `${quoted(first.word)}:*`;
    return `(${[first.word, ...others(first.word)].map(quoted).join(' | ')})`;
  }
  // „Kfz-Steuer“ is two words and, at the place of the first, also one.
  const joined = tokens.filter((token, index) => token.position === tokens[index - 1]?.position);
  const row = tokens.filter((token) => !joined.includes(token)).map(({ word }) => quoted(word));
  const phrase = `(${row.join(' <-> ')})`;
  return joined.length === 1 && row.length === 2 ? `(${phrase} | ${quoted(joined[0]?.word ?? '')})` : phrase;
}
