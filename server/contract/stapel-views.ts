import type { Rejection, Sentence } from './rejections.js';
import type { Id, Instant } from './views.js';

/** What can be done with many records at once; each is an act that a person could do on one of them alone. */
export type StapelOperation =
  | 'closeZdA'
  | 'reopenVorgang'
  | 'classifyVorgang'
  | 'classifyAkte'
  | 'setFristVorgang'
  | 'setFristAkte'
  | 'setFederfuehrung'
  | 'moveDokument'
  | 'discardDokument'
  | 'restoreDokument'
  | 'setDokumentArt'
  | 'transferAufgabe'
  | 'assignAufgabe'
  | 'releaseCheckout'
  | 'endVertretung';

export type StapelKind = 'akte' | 'vorgang' | 'dokument' | 'aufgabe' | 'vertretung';

/** `pruefung`: each target is tried without effect; `geprueft`: waits for the word of the person. */
export type StapelState = 'pruefung' | 'geprueft' | 'laufend' | 'fertig' | 'abgebrochen';

export interface StapelCounts {
  /** Not tried yet. */
  offen: number;
  /** Tried, would be done. */
  bereit: number;
  abgelehnt: number;
  erledigt: number;
}

/** Row of `GET /api/stapel?after=…`: { items, cursor }, newest first; and `GET /api/stapel/:id`. */
export interface StapelRow {
  id: Id;
  state: StapelState;
  /** What is done, e.g. „z. d. A. verfügen“. */
  labels: Sentence[];
  source: Sentence;
  person: string;
  total: number;
  counts: StapelCounts;
  createdAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
}

/** Row of `GET /api/stapel/:id/posten?state=…&after=…`: { items, cursor }, in the order in which they are done. */
export interface StapelPosten {
  nummer: number;
  label: Sentence;
  kind: StapelKind;
  targetId: Id;
  /** Aktenzeichen and name; null where the person does not see it any more. */
  name: string | null;
  state: keyof StapelCounts;
  rejection: Rejection | null;
}
