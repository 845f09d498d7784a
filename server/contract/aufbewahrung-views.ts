import type { Day, Id, Instant } from './views.js';

/** Who says a part of the Aufbewahrungsfrist. */
export type FristSourceView = 'plan' | 'akte' | 'vorgang';

/** A rule for the Aufbewahrungsfrist. */
export interface FristRuleView {
  /** null: unbefristet */
  jahre: number | null;
  counting: 'yearEnd' | 'dayExact';
  start: 'zdA' | 'event';
}

/** What a level of the records says of its own; null parts are inherited. */
export interface FristStatementView {
  jahre: number | 'unlimited' | 'inherited';
  counting: 'yearEnd' | 'dayExact' | null;
  start: 'zdA' | 'event' | null;
  reason: string;
  shorteningReason: string | null;
  at: Instant;
  by: string;
  version: number;
}

export interface FristEventView {
  day: Day;
  reason: string;
  at: Instant;
  by: string;
  version: number;
}

export interface SperreView {
  id: Id;
  on: 'akte' | 'vorgang' | 'dokument';
  objectId: Id;
  /** Aktenzeichen, or the title of the Dokument. */
  name: string;
  reason: string;
  at: Instant;
  by: string;
  /** null while it is in force. */
  lifted: { at: Instant; by: string; reason: string } | null;
}

/** Where the period of a Vorgang stands. */
export type FristStateView = 'open' | 'awaitsEvent' | 'running' | 'over' | 'unlimited';

/** `GET /api/vorgaenge/:id/aufbewahrung`: the period of one Vorgang, who says it, and what keeps it besides. */
export interface AufbewahrungView {
  vorgangId: Id;
  aktenzeichen: string;
  akteId: Id;
  akteAktenzeichen: string;
  /** The position whose rule counts, with its title. */
  einheit: string;
  state: FristStateView;
  zdaDate: Day | null;
  fristbeginn: Day | null;
  aufbewahrungsende: Day | null;
  aussonderungsart: 'A' | 'B' | 'V';
  /** The rule that holds, or that would hold at z. d. A. today. */
  holds: FristRuleView & { from: Record<keyof FristRuleView, FristSourceView> };
  plan: FristRuleView;
  akte: FristStatementView | null;
  vorgang: FristStatementView | null;
  akteEvent: FristEventView | null;
  vorgangEvent: FristEventView | null;
  /** The Dokumente in it, in the order of their numbers. */
  dokumente: { id: Id; nummer: number; betreff: string }[];
  /** In force first, then the lifted ones; newest first. */
  sperren: SperreView[];
  /** What has to happen next, in one sentence. */
  next: { de: string; en: string };
}
