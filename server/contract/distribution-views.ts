import type { Sentence } from './rejections.js';
import type { Day, Id, Instant } from './views.js';

/** `GET /api/verteilung?q=&with=&after=`: open Aufgaben of the area that the person coordinates, as they would be taken. */
export interface DistributionPage {
  items: DistributionRow[];
  /** Where the next page begins; null on the last one. */
  next: Id | null;
}

export interface DistributionRow {
  id: Id;
  titel: Sentence;
  schritt: Sentence;
  aktenzeichen: string;
  betreff: string;
  frist: Day | null;
  createdAt: Instant;
  /** With whom it lies; null: with its group. */
  assignee: { id: Id; name: string } | null;
}

/** `GET /api/verteilung/personen?q=&after=`: people of the area by name, with what lies with them. */
export interface WorkloadPage {
  items: Workload[];
  next: string | null;
}

/** How much is open with somebody. What they have done is nobody's figure. */
export interface Workload {
  id: Id;
  name: string;
  unit: string;
  open: number;
  overdue: number;
  /** Last day of an absence that a Vertretung says; null for somebody who is there. */
  absentUntil: Day | null;
}
