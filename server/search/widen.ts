import type { Queries } from '../platform/postgres/database.js';
import { isSimilar } from './analysis/similar.js';
import type { OtherWords } from './query/tsquery.js';

/** Shorter parts stand in every other word by chance: „amt“ in „beamter“ and „gesamt“. */
const SHORTEST_PART = 4;
/** Each word is a walk through the index; the shortest compounds are the likeliest. */
const MOST_COMPOUNDS = 25;
const MOST_SIMILAR = 8;

/** Compounds of the own stock that contain a word: „Gebühr“ finds „Abfallgebührenbescheid“. */
export async function compoundsOf(queries: Queries, words: readonly string[]): Promise<OtherWords> {
  return lookUp(words, async (word) => {
    if (word.length < SHORTEST_PART || /\d/.test(word)) return [];
    return wordsOf(queries, `SELECT search_words_containing($1, $2) AS word`, [word, MOST_COMPOUNDS]);
  });
}

/** Words of the own stock that differ from a word by a slip. */
export async function similarTo(queries: Queries, words: readonly string[]): Promise<OtherWords> {
  return lookUp(words, async (word) => {
    const near = await wordsOf(queries, `SELECT search_words_like($1, 200) AS word`, [word]);
    return near.filter((other) => isSimilar(word, other)).slice(0, MOST_SIMILAR);
  });
}

async function lookUp(words: readonly string[], find: (word: string) => Promise<string[]>): Promise<OtherWords> {
  const found = new Map<string, string[]>();
  for (const word of words) found.set(word, await find(word));
  return (word) => found.get(word) ?? [];
}

async function wordsOf(queries: Queries, sql: string, parameters: readonly unknown[]): Promise<string[]> {
  const rows = await queries.query<{ word: string }>(sql, parameters);
  return rows.map(({ word }) => word);
}
