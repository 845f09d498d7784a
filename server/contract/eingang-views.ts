import type { EingangKind } from './examination.js';
import type { Sentence } from './rejections.js';
import type { Day, EingangState, Id, Instant } from './views.js';

/** Why two Eingaenge may be one: equal bytes, the same mail, the same number of the same sender, nearly the same words. */
export type DuplicateReason = 'bytes' | 'message' | 'number' | 'text';

/** An earlier Eingang that this one may be again; only what the person may see. */
export interface DuplicateView {
  id: Id;
  reason: Sentence;
  title: string;
  sender: string;
  receivedAt: Instant;
  state: EingangState;
  /** Where it was filed; null while it is on the desk. */
  aktenzeichen: string | null;
}

/** A later Eingang that a person has said to be this one again. */
export interface LinkedView {
  id: Id;
  version: number;
  title: string;
  receivedAt: Instant;
}

/** Of an Eingang that a person has put together from pages of scans. */
export interface RearrangementView {
  id: Id;
  /** Name of the person. */
  by: string;
  at: Instant;
  /** In the order of its pages; pages counted from 1 in the scan that they come from. */
  from: { eingangId: Id; fileName: string; pages: number[] }[];
}

/** Whom an Eingang was given to before it is filed. */
export interface ForwardingView {
  to: string;
  from: string;
  note: string;
  at: Instant;
  state: 'offered' | 'accepted';
  /** Whether it lies with the asking person, or with whoever they stand in for. */
  mine: boolean;
}

/** Row of `GET /api/posteingang/receivers?q=…`: { items, next }, at most 20; `next` is always null, more words find more. */
export interface ReceiverRow {
  kind: 'person' | 'unit';
  id: Id;
  name: string;
}

/** From whom an Eingang is and what it is, as proposed; the person who files it says how it is. */
export interface SuggestedFacts {
  sender: { value: string; reason: Sentence };
  kind: { value: EingangKind; reason: Sentence };
}

/** How often proposals were right: for how many Eingaenge, and for how many of these. */
export interface HitCount {
  taken: number;
  of: number;
}

/**
 * `GET /api/posteingang/hit-rate`: how good the proposals of the last year were. Counted are Eingaenge that the person may
 * see; fewer than five together give no figure.
 */
export interface HitRateView {
  since: Day;
  rows: HitRateRow[];
}

/** One position of the Aktenplan, with what was filed under it. */
export interface HitRateRow {
  kennzeichen: string;
  titel: string;
  /** The place that was proposed first. */
  first: HitCount;
  /** One of the proposed places. */
  any: HitCount;
  kind: HitCount;
  /** Of those whose sender was proposed. */
  sender: HitCount;
}

/**
 * Of an Eingang that came by mail, until its sender knows that it arrived: `open` and `failed` (the mail server said no) wait
 * for a person, `ordered` leaves within half a minute, `waived`: a person has said why there is none.
 */
export type ReceiptState = 'open' | 'ordered' | 'sent' | 'failed' | 'waived';

export interface ReceiptView {
  version: number;
  state: ReceiptState;
  /** Whom it goes to. */
  address: string;
  /** Why none is sent, or what the mail server said. */
  note: string | null;
}
