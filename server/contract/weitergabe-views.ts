import type { Vertraulichkeitsstufe } from './access-views.js';
import type { Sentence } from './rejections.js';
import type { Day, Id, Instant } from './views.js';

/** A copy, and ours stays as it is; or the responsibility, and ours rests from then on. */
export type WeitergabeKind = 'kopie' | 'zustaendigkeit';

/** To an authority outside, by link and code; or to another Mandant of this installation. */
export type WeitergabeTarget = 'aussen' | 'mandant';

/**
 * `beantragt` waits for the second person; `wartet` and `laeuft` for the package; `bereit` for whoever is to take it;
 * `uebernahme`: the other Mandant is taking it over just now.
 */
export type WeitergabeState =
  | 'beantragt'
  | 'wartet'
  | 'laeuft'
  | 'bereit'
  | 'uebernahme'
  | 'uebernommen'
  | 'abgelehnt'
  | 'zurueckgezogen'
  | 'abgelaufen'
  | 'gescheitert';

/** Form of the secret in a link: `lw_` and 256 random bits. The page makes it, and the server keeps a hash. */
export const PICKUP_TOKEN = /^lw_[A-Za-z0-9_-]{43}$/;

/** Form of the code that is told apart from the link: 60 random bits in letters and digits that nobody mistakes. */
export const PICKUP_CODE = /^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/;

/** A refusal as a list shows it. */
export interface WeitergabeObstacle extends Sentence {
  readonly code: string;
}

/** `GET /api/akten/:id/weitergabe?kind=&to=`: the dry run. What would go, what would not, and why. Nothing is changed. */
export interface WeitergabeChoice {
  akte: { id: Id; aktenzeichen: string; betreff: string };
  kind: WeitergabeKind;
  to: WeitergabeTarget;
  dokumente: WeitergabeDokument[];
  /** What stands against all of it. */
  obstacles: WeitergabeObstacle[];
  /** Other Mandanten of this installation. */
  mandanten: { id: Id; name: string }[];
  /** Earlier ones of this Akte, the newest first, at most 100. */
  made: WeitergabeRow[];
}

/** A Dokument of the Akte as it would go. */
export interface WeitergabeDokument {
  id: Id;
  vorgang: string;
  nummer: number;
  betreff: string;
  date: Day | null;
  /** Number of the version that would go. */
  version: number;
  size: number;
  /** The higher of Akte and Vorgang. Whatever is above `offen` is to be said before it goes. */
  stufe: Vertraulichkeitsstufe;
  /** Why it does not go; null: it goes. */
  leftOut: WeitergabeObstacle | null;
}

export interface WeitergabeRow {
  id: Id;
  version: number;
  akte: { id: Id; aktenzeichen: string; betreff: string };
  kind: WeitergabeKind;
  to: WeitergabeTarget;
  recipient: string;
  reason: string;
  state: WeitergabeState;
  /** Dokumente in the package so far, of how many. */
  done: number;
  total: number;
  /** The highest in the package. */
  stufe: Vertraulichkeitsstufe;
  /** null: not made yet, or deleted. */
  package: { sha256: string; size: number } | null;
  problem: WeitergabeObstacle | null;
  createdAt: Instant;
  createdBy: string;
  /** Who ordered it: that person does not release it. */
  createdById: Id;
  releasedBy: string | null;
  /** Last day on which it can be taken. */
  expiresOn: Day;
  /** Of a link; null of an offer to a Mandant. */
  downloads: { count: number; most: number; last: Instant | null } | null;
  /** How it ended; null while it has not. */
  ended: { at: Instant; by: string; reason: string } | null;
}

/** `GET /api/weitergaben?state=&before=`: those whose Dokumente the person sees, the newest first. */
export interface WeitergabePage {
  items: WeitergabeRow[];
  next: string | null;
}

/** `GET /api/weitergaben/:id` */
export interface WeitergabeView extends WeitergabeRow {
  /** As they were when it was ordered. Empty once they have been destroyed. */
  dokumente: {
    id: Id;
    vorgang: string;
    nummer: number;
    betreff: string;
    date: Day | null;
    version: number;
    size: number;
    sha256: string;
  }[];
}

/** `POST /api/weitergaben/pickup` and, as a form, `POST /api/weitergaben/pickup/file`: without a sign-in. */
export interface PickupRequest {
  token: string;
  code: string;
}

/** What waits for whoever has link and code. Looking does not count as a download. */
export interface PickupView {
  from: string;
  aktenzeichen: string;
  kind: WeitergabeKind;
  dokumente: number;
  size: number;
  sha256: string;
  expiresOn: Day;
  downloadsLeft: number;
}

export type AngebotState = 'offen' | 'uebernahme' | 'angenommen' | 'abgelehnt' | 'zurueckgezogen' | 'abgelaufen';

/** What another Mandant of this installation offers. */
export interface AngebotRow {
  id: Id;
  version: number;
  /** Name of the other Mandant. */
  from: string;
  aktenzeichen: string;
  betreff: string;
  kind: WeitergabeKind;
  reason: string;
  state: AngebotState;
  dokumente: number;
  size: number;
  stufe: Vertraulichkeitsstufe;
  offeredAt: Instant;
  /** Last day on which it can be accepted. */
  expiresOn: Day;
  /** Why taking it over has not worked so far. */
  problem: WeitergabeObstacle | null;
  /** Who answered what; null while nobody has. */
  answered: { at: Instant; by: string; reason: string } | null;
  /** Our Akte that it became. */
  akte: { id: Id; aktenzeichen: string } | null;
}

/** `GET /api/angebote?before=`: open ones and answered ones, the newest first. */
export interface AngebotPage {
  items: AngebotRow[];
  next: string | null;
}
