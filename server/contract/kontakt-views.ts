import type { Day, Id } from './views.js';

/** What the register says of a person or an organisation. */
export interface KontaktFacts {
  art: 'person' | 'organisation';
  /** Family name of a person, name of an organisation. */
  name: string;
  vorname: string;
  strasse: string;
  plz: string;
  ort: string;
  mail: string;
  telefon: string;
  geburtsdatum: Day | null;
}

/** Row of `GET /api/kontakte?q=…&after=…`: { items, next }, by name. */
export interface KontaktRow {
  id: Id;
  art: KontaktFacts['art'];
  /** As it is shown: „Ṟaḵīmov, Amir“. */
  label: string;
  /** Street and town, to tell two of one name apart. */
  place: string;
}

export interface KontaktPage {
  items: KontaktRow[];
  /** Give it as `after` for the next page; null on the last one. */
  next: string | null;
}

/** `GET /api/kontakte/:id` */
export interface KontaktView extends KontaktFacts {
  id: Id;
  version: number;
  label: string;
  /** Where it was merged into another: the one that is kept. */
  mergedInto: KontaktRow | null;
  /** Duplicates that were merged into this one; each can be split off again. */
  duplicates: (KontaktRow & { version: number })[];
  /** Others that may be the same: same name, or same mail. */
  candidates: (KontaktRow & { version: number })[];
  /** Where it takes part, as far as the person may see it; newest first, at most 200. */
  vorgaenge: { id: Id; aktenzeichen: string; betreff: string; state: string; rolle: string; ended: boolean }[];
}

/** Row of `GET /api/vorgaenge/:id/beteiligte`: { items }. */
export interface BeteiligungRow {
  id: Id;
  rolle: string;
  kontakt: KontaktRow & { mail: string; telefon: string };
}
