import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Filters } from './query/filters.js';

/** A record that fits and that the person may see, with what the facets count. */
export interface Candidate {
  readonly id: Id;
  readonly kind: 'akte' | 'vorgang' | 'dokument';
  readonly rank: number;
  readonly day: Day;
  readonly state: string | null;
  readonly art: string | null;
  readonly plan: string;
}

/** Ranked and counted are at most so many of the newest that fit: nobody reads more, and each costs about 30 µs. */
export const MOST_CANDIDATES = 500;

/**
 * What fits, best first. The join to the records is the guard: their policies leave what the person may see, whatever the
 * index says, so that neither a hit nor a count tells of anything else.
 */
export async function findCandidates(
  queries: Queries,
  words: string | null,
  filters: Filters,
  most = MOST_CANDIDATES + 1,
): Promise<Candidate[]> {
  const { kind = null, state = null, art = null, plan = null, since = null, until = null } = filters;
  return queries.query<Candidate>(
    `SELECT c.* FROM search_candidates($1::tsquery, $2, $3, $4, $5, $6, $7, $8) c
       LEFT JOIN akte a ON c.kind = 'akte' AND a.id = c.id
       LEFT JOIN vorgang v ON c.kind = 'vorgang' AND v.id = c.id
       LEFT JOIN dokument d ON c.kind = 'dokument' AND d.id = c.id
      WHERE coalesce(a.id, v.id, d.id) IS NOT NULL ORDER BY c.rank DESC, c.day DESC, c.id`,
    [words, kind, state, art, plan, since, until, most],
  );
}
