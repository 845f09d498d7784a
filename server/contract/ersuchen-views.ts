import type { Vertraulichkeitsstufe } from './access-views.js';
import type { Day, Id, Instant } from './views.js';

/** Asked by us, or of us. */
export type ErsuchenDirection = 'gestellt' | 'erhalten';

/** `offen` until somebody over there has accepted it; `angenommen` while it is being answered. */
export type ErsuchenState = 'offen' | 'angenommen' | 'beantwortet' | 'abgelehnt' | 'zurueckgenommen';

export interface ErsuchenRow {
  id: Id;
  version: number;
  direction: ErsuchenDirection;
  /** Name of the other Mandant. */
  other: string;
  /** Empty, as the question, once it was erased. */
  betreff: string;
  question: string;
  frist: Day | null;
  /** The highest of what came along. */
  stufe: Vertraulichkeitsstufe;
  /** Names of what came along, the letter first. */
  dokumente: string[];
  state: ErsuchenState;
  /** Ours: from which it was asked, or in which it is answered. */
  vorgang: { id: Id; aktenzeichen: string } | null;
  askedAt: Instant;
  /** Person of ours; null where the other side asked. */
  askedBy: string | null;
  /** The answer, or why there is none; null while it is open. */
  ended: { at: Instant; by: string; text: string } | null;
  /** When what was asked of us was erased, because no Vorgang of ours came of it; else null. */
  erasedAt: Instant | null;
}

/** `GET /api/vorgaenge/:id/ersuchen`: in both directions, the newest first, and whom one can ask. */
export interface VorgangErsuchen {
  ersuchen: ErsuchenRow[];
  /** Other Mandanten of this installation. */
  mandanten: { id: Id; name: string }[];
}

/** `GET /api/ersuchen?before=`: what was asked of us, the newest first. */
export interface ErsuchenPage {
  items: ErsuchenRow[];
  next: string | null;
}
