import type { Day, Id } from './views.js';

/** `GET /api/search?q=…&cursor=…`: what the person may see of what fits. */
export interface SearchView {
  /** Everything that was found, as far as it was counted; `more` says that there is more than that. */
  total: number;
  more: boolean;
  /** Set where the search is exactly one Aktenzeichen: go there. */
  jump: { kind: 'akte' | 'vorgang'; id: Id; aktenzeichen: string } | null;
  /** Nothing was found as typed; these hits have similar words. */
  similar: boolean;
  hits: SearchHit[];
  facets: SearchFacet[];
  /** For the next page; null on the last one. */
  cursor: string | null;
}

export interface SearchHit {
  kind: 'akte' | 'vorgang' | 'dokument';
  id: Id;
  akteId: Id;
  /** Null for an Akte. */
  vorgangId: Id | null;
  aktenzeichen: string;
  /** Of a Dokument in its Vorgang. */
  nummer: number | null;
  betreff: Piece[];
  akteBetreff: string;
  state: string | null;
  art: string | null;
  day: Day;
  /** Places of the content that fit; empty where only the metadata did. */
  places: Piece[][];
  /** A scan that nobody has recognised, or a kind that is not read: found by its metadata only. */
  text: 'text' | 'due' | 'none' | 'unread' | 'failed' | null;
}

/** Part of a text; `hit` says that it fits. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** How many of what was counted have which value; choosing one adds `filter:value` to the search. */
export interface SearchFacet {
  filter: 'typ' | 'zustand' | 'art' | 'plan';
  values: { value: string; label: string | null; count: number }[];
}

/** `GET /api/search/completions?q=…`: records whose words begin like the last one typed. */
export interface SearchCompletions {
  items: {
    kind: 'akte' | 'vorgang' | 'dokument';
    id: Id;
    vorgangId: Id | null;
    aktenzeichen: string;
    betreff: string;
  }[];
}

/** Row of `GET /api/searches`: { items }, own ones first, then those of the unit, by name. */
export interface SavedSearchRow {
  id: Id;
  name: string;
  query: string;
  shared: boolean;
  own: boolean;
  /** Whose it is, where it is not the person's own. */
  owner: string | null;
}
