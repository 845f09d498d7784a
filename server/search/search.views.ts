import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { SearchCompletions, SearchView } from '../contract/search-views.js';
import type { Transaction } from '../platform/transaction.js';
import { findCandidates, MOST_CANDIDATES, type Candidate } from './candidates.js';
import { facetsOf } from './facets.js';
import type { Fits } from './highlight.js';
import { readHits, titlesOfPlan } from './hits.js';
import { findReference } from './jump.js';
import { parseQuery, type ParsedQuery } from './query/parse-query.js';
import { tsquery, widenable, type OtherWords } from './query/tsquery.js';
import { compoundsOf, similarTo } from './widen.js';

const PAGE = 25;
const COMPLETIONS = 8;

interface Found {
  readonly candidates: readonly Candidate[];
  readonly fits: Fits;
  readonly similar: boolean;
}

/**
 * Full-text search over everything that the person may see. Where nothing fits as typed, similar words are tried; that
 * this happened is said. Pages are places in one ranking, so a page after a change may repeat a hit and never hides one.
 */
export async function loadSearch(
  tx: Transaction,
  text: string,
  cursor: string | null,
): Promise<SearchView | Rejection> {
  const start = cursor === null ? 0 : Number(cursor);
  if (!Number.isSafeInteger(start) || start < 0) return reject('platform.invalidInput', { fields: 'cursor' });
  const query = parseQuery(text);
  if (isRejection(query)) return query;
  const { candidates, fits, similar } = await find(tx, query);
  const counted = candidates.slice(0, MOST_CANDIDATES);
  const page = counted.slice(start, start + PAGE);
  return {
    total: counted.length,
    more: candidates.length > MOST_CANDIDATES,
    jump: start === 0 ? await findReference(tx, text) : null,
    similar,
    hits: await readHits(tx, page, fits),
    facets: facetsOf(counted, await titlesOfPlan(tx, [...new Set(counted.map(({ plan }) => plan))])),
    cursor: start + PAGE < counted.length ? String(start + PAGE) : null,
  };
}

/**
 * How many records a search finds for whoever asks, up to `most`: those of its page, similar words with them where nothing fits as
 * typed. What cannot be asked finds nothing.
 */
export async function countSearch(
  tx: Transaction,
  text: string,
  most: number,
): Promise<{ count: number; more: boolean }> {
  const query = parseQuery(text);
  const found = isRejection(query) ? 0 : (await find(tx, query, most + 1)).candidates.length;
  return { count: Math.min(found, most), more: found > most };
}

async function find(tx: Transaction, query: ParsedQuery, most = MOST_CANDIDATES + 1): Promise<Found> {
  const typed = await findWith(tx, query, await compoundsOf(tx, widenable(query)), most);
  if (typed.candidates.length > 0 || query.terms.length === 0) return { ...typed, similar: false };
  const near = await findWith(tx, query, await similarTo(tx, widenable(query)), most);
  return near.candidates.length > 0 ? { ...near, similar: true } : { ...typed, similar: false };
}

async function findWith(
  tx: Transaction,
  query: ParsedQuery,
  others: OtherWords,
  most: number,
): Promise<Omit<Found, 'similar'>> {
  const candidates = await findCandidates(tx, tsquery(query, others), query.filters, most);
  return { candidates, fits: fitsOf(query, others) };
}

function fitsOf({ terms }: ParsedQuery, others: OtherWords): Fits {
  const wanted = terms.filter(({ excluded }) => !excluded);
  const words = new Set(wanted.flatMap(({ tokens }) => tokens.flatMap(({ word }) => [word, ...others(word)])));
  const beginnings = wanted
    .filter(({ beginning }) => beginning)
    .flatMap(({ tokens }) => tokens.map(({ word }) => word));
  return (word) => words.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

/** Records whose words begin like the last word typed. Only of what the person may see: the words of others stay theirs. */
export async function loadCompletions(tx: Transaction, text: string): Promise<SearchCompletions | Rejection> {
  const query = parseQuery(/[\p{L}\p{N}]$/u.test(text) ? `${text}*` : text);
  if (isRejection(query)) return query;
  if (query.terms.length === 0) return { items: [] };
  const candidates = await findCandidates(
    tx,
    tsquery(query, () => []),
    query.filters,
  );
  const hits = await readHits(tx, candidates.slice(0, COMPLETIONS), () => false);
  return {
    items: hits.map(({ kind, id, vorgangId, aktenzeichen, betreff }) => ({
      ...{ kind, id, vorgangId, aktenzeichen },
      betreff: betreff.map((piece) => piece.text).join(''),
    })),
  };
}
