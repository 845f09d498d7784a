import type { SearchFacet } from '../contract/search-views.js';
import type { Candidate } from './candidates.js';

const MOST_VALUES = 12;

/** What the candidates have in common, the most frequent value first; a facet with one value would narrow nothing. */
export function facetsOf(candidates: readonly Candidate[], titles: ReadonlyMap<string, string>): SearchFacet[] {
  const facet = (filter: SearchFacet['filter'], valueOf: (candidate: Candidate) => string | null): SearchFacet => {
    const counts = new Map<string, number>();
    for (const candidate of candidates) {
      const value = valueOf(candidate);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].map(([value, count]) => ({ value, label: titles.get(value) ?? null, count }));
    values.sort((one, other) => other.count - one.count || one.value.localeCompare(other.value, 'de'));
    return { filter, values: values.slice(0, MOST_VALUES) };
  };
  return [
    facet('typ', ({ kind }) => kind),
    facet('zustand', ({ state }) => state),
    facet('art', ({ art }) => art),
    facet('plan', ({ plan }) => plan),
  ].filter(({ values }) => values.length > 1);
}
