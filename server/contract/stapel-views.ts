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
  | 'endVertretung'
  | 'fileEingang'
  | 'unassignEingang';

export type StapelKind = 'akte' | 'vorgang' | 'dokument' | 'aufgabe' | 'vertretung' | 'eingang';

/** Whether what a batch does can be taken back as a whole: `takeBack` yes, `abort` only what it has not done yet, `used` it was. */
export type StapelWayBack = 'takeBack' | 'abort' | 'used';

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
  wayBack: StapelWayBack;
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

/** Row of `GET /api/stapel/:id/ablage`: { items }: one Eingang that the batch files, and where to. */
export interface StapelFiling {
  nummer: number;
  eingangId: Id;
  sender: string;
  title: string;
  receivedAt: Instant;
  /** Where it goes; null where the person does not see that any more. */
  place: { kind: 'vorgang' | 'akte'; aktenzeichen: string; betreff: string } | null;
  reasons: Sentence[];
  state: keyof StapelCounts;
  rejection: Rejection | null;
}
