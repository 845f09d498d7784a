import type { StationPlace } from './laufweg-views.js';
import type { Sentence } from './rejections.js';
import type { Day, Id, Instant } from './views.js';

/** Kinds of points of a Verfügung, in the order in which they are offered. */
export const PUNKT_ARTEN = ['zK', 'zwV', 'bR', 'wv', 'vermerk', 'zdA'] as const;

export type PunktArt = (typeof PUNKT_ARTEN)[number];

/** One point as somebody orders it. Whom it goes to: one person, or whoever has a role. */
export type NewPunkt =
  | { art: 'vermerk'; text: string }
  | { art: 'zK'; who: StationPlace; text: string }
  | { art: 'zwV'; who: StationPlace; text: string; frist: Day | null }
  | { art: 'bR'; personId: Id; text: string }
  /** `personId` null: whoever orders it. */
  | { art: 'wv'; personId: Id | null; day: Day; text: string }
  | { art: 'zdA' };

/** What each kind is called, the short form first, as it stands in the record. */
export const PUNKT_WORDS: Readonly<Record<PunktArt, { short: Sentence; long: Sentence }>> = {
  vermerk: { short: { de: 'Vermerk', en: 'Note' }, long: { de: 'Vermerk', en: 'Note' } },
  zK: {
    short: { de: 'z. K.', en: 'For information' },
    long: { de: 'z. K. – zur Kenntnis', en: 'z. K. – for information' },
  },
  zwV: {
    short: { de: 'z. w. V.', en: 'For further action' },
    long: { de: 'z. w. V. – zur weiteren Veranlassung', en: 'z. w. V. – for further action' },
  },
  bR: {
    short: { de: 'b. R.', en: 'Please discuss' },
    long: { de: 'b. R. – bitte Rücksprache', en: 'b. R. – please discuss' },
  },
  wv: {
    short: { de: 'Wv.', en: 'Resubmission' },
    long: { de: 'Wv. – Wiedervorlage', en: 'Wv. – resubmission' },
  },
  zdA: {
    short: { de: 'z. d. A.', en: 'To the files' },
    long: { de: 'z. d. A. – zu den Akten', en: 'z. d. A. – to the files' },
  },
};

/** `offen`: somebody still has to do it. A Vermerk is `erledigt` by being written. */
export type PunktState = 'offen' | 'erledigt' | 'aufgehoben';

export interface PunktView {
  id: Id;
  nummer: number;
  art: PunktArt;
  text: string;
  /** null: to nobody. */
  who: StationPlace | null;
  /** Name and unit of the person, or the unit of the role; empty for none. */
  whom: string;
  /** Frist of „z. w. V.“, day of a Wiedervorlage. */
  day: Day | null;
  state: PunktState;
  /** With whom its Aufgabe lies now; null: with nobody yet. */
  liesWith: string | null;
  /** Who has done it, with the person it was done for, or who has struck it. */
  endedBy: string | null;
  endedAt: Instant | null;
  /** What was written beside it when it was done. */
  note: string;
  /** Why it was struck. */
  reason: string | null;
  /** Set where it was added later. */
  added: { by: string; at: Instant } | null;
}

/** One Verfügung of `GET /api/vorgaenge/:id/verfuegungen`: { verfuegungen: VerfuegungView[] }, newest first. */
export interface VerfuegungView {
  id: Id;
  version: number;
  state: 'laeuft' | 'fertig' | 'zurueckgenommen';
  orderer: { id: Id; name: string };
  orderedAt: Instant;
  recalled: { by: string; at: Instant } | null;
  /** What it was ordered on; `betreff` is empty where that is deleted, `newest` null. */
  dokument: { dokumentId: Id; nummer: number; betreff: string; newest: number | null } | null;
  /** Whether nobody has begun with it, so that it can be taken back as a whole. */
  begun: 'begun' | 'notBegun';
  punkte: PunktView[];
}
