import type { Day } from './views.js';

/** By when a Vorgang must be finished, and whether it rests. */
export interface FristView {
  version: number;
  /** Null: nothing says by when. */
  frist: Day | null;
  grundlage: string;
  extensions: number;
  /** How often it may be extended; null: as often as there is a reason. */
  mostExtensions: number | null;
  /** By how many days at a time; null: by any. */
  mostDays: number | null;
  /** Since when the Vorgang rests, and until when that is planned. */
  rests: { since: Day; until: Day } | null;
}
