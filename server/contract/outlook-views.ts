import type { Day, Id } from './views.js';

/** How many Vorgaenge z. d. A. come to the end of their period in one year, or in one month of it. */
export interface OutlookCount {
  /** `2036`, or `2036-04`. */
  period: string;
  total: number;
  A: number;
  B: number;
  V: number;
  /** How many of them a Sperre keeps. */
  held: number;
}

/** `GET /api/aussonderungen/outlook`: what becomes due when, over the whole stock. */
export interface OutlookView {
  today: Day;
  years: OutlookCount[];
  /** Vorgaenge z. d. A. that never become due, and those whose event is missing. */
  unlimited: number;
  awaitingEvent: number;
  /** Vorgaenge that are still open: no period runs. */
  open: number;
}

/** One Vorgang with everything that decides when it goes and how. */
export interface OutlookRow {
  vorgangId: Id;
  aktenzeichen: string;
  betreff: string;
  einheit: string;
  aufbewahrungsende: Day;
  aussonderungsart: 'A' | 'B' | 'V';
  /** The rule, and who says it. */
  basis: { de: string; en: string };
  sperren: { de: string; en: string }[];
  next: { de: string; en: string };
}

/** `GET /api/aussonderungen/outlook/vorgaenge?period=2036&einheit=20.31&after=…`: the rows of a year or month, by last day. */
export interface OutlookPage {
  months: OutlookCount[];
  einheiten: { kennzeichen: string; titel: string; total: number }[];
  rows: OutlookRow[];
  /** For the next page; null on the last one. */
  after: string | null;
}

/** `POST /api/aussonderungen/simulation`: what another rule of a position would do to the stock; nothing is changed. */
export interface SimulationView {
  einheit: string;
  /** Vorgaenge z. d. A. at the position, and below it where that was asked for. */
  vorgaenge: number;
  unchanged: number;
  earlier: number;
  later: number;
  /** Of the earlier ones: they could go at once. */
  dueAtOnce: number;
  /** Of the later ones: they could go today and would have to stay. */
  noLongerDue: number;
  /** Vorgaenge that a statement of their own or of their Akte keeps from the change, at least in part. */
  ownRule: number;
  held: number;
  /** The first of those that change, soonest first. */
  examples: { vorgangId: Id; aktenzeichen: string; betreff: string; before: Day | null; after: Day | null }[];
}
