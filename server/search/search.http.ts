import { view, type Route } from '../platform/http/routes.js';
import { loadSavedSearches } from './saved-searches.js';
import { loadCompletions, loadSearch } from './search.views.js';

export const searchRoutes: readonly Route[] = [
  view('/api/search', 'akte.read', (tx, _values, { q, cursor }) => loadSearch(tx, q ?? '', cursor ?? null)),
  view('/api/search/completions', 'akte.read', (tx, _values, { q }) => loadCompletions(tx, q ?? '')),
  view('/api/searches', 'akte.read', (tx) => loadSavedSearches(tx)),
];
