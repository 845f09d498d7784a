import type { SearchFacet } from '../../../server/contract/search-views.js';

/** A filter as it stands in a search, such as `art:vermerk`. */
export function filterText(filter: SearchFacet['filter'], value: string): string {
  return `${filter}:${value}`;
}

/** Whether a search has this filter. */
export function hasFilter(query: string, filter: SearchFacet['filter'], value: string): boolean {
  return words(query).includes(filterText(filter, value));
}

/** The search with this filter instead of another of its kind; without it where it was there. */
export function toggleFilter(query: string, filter: SearchFacet['filter'], value: string): string {
  const others = words(query).filter((word) => !word.startsWith(`${filter}:`));
  return (hasFilter(query, filter, value) ? others : [...others, filterText(filter, value)]).join(' ');
}

/** Words and whole phrases, as they are typed. */
function words(query: string): string[] {
  return query.match(/"[^"]*"?|[^\s"]+(?:"[^"]*"?)?/g) ?? [];
}
