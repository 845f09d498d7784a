import type { Day, Id, Instant, VorgangRow } from './views.js';

export type Aussonderungsart = 'A' | 'B' | 'V';

/** How long: years, without end, or as the position above says. */
export type Aufbewahrung = number | 'unbefristet' | 'geerbt';

export type EinheitState = 'offen' | 'stillgelegt';

/** One position in the tree. */
export interface EinheitRow {
  id: Id;
  parentId: Id | null;
  kennzeichen: string;
  titel: string;
  /** A position below a closed one is closed with it. */
  state: EinheitState;
  /** What lies below it, further positions before Akten: the tree unfolds it on demand. */
  below: 'nothing' | 'einheiten' | 'akten';
}

/**
 * `GET /api/aktenplan/einheiten?parent=<id>&after=<kennzeichen>&day=<day>`: a page of the positions below one, or of the
 * uppermost ones. `next` is the `after` of the following page.
 */
export interface EinheitPage {
  einheiten: EinheitRow[];
  next: string | null;
}

/** `GET /api/aktenplan/einheiten/:id?day=<day>`: what a position says on a day, today where none is given. */
export interface EinheitView extends EinheitRow {
  version: number;
  day: Day;
  path: PathStep[];
  /** What the position itself says; null before its first day. */
  own: EinheitRule | null;
  /** What holds for it, and the Kennzeichen of the position that says so. */
  aufbewahrung: { jahre: number | null; from: string };
  aussonderungsart: { art: Aussonderungsart; from: string };
  /** Why it takes no new Akten; empty where it does. */
  obstacles: { code: string; de: string; en: string }[];
  /** Every version, the newest first; those from a later day are planned. */
  versions: EinheitVersionView[];
}

export interface PathStep {
  id: Id;
  kennzeichen: string;
  titel: string;
}

export interface EinheitRule {
  titel: string;
  aufbewahrung: Aufbewahrung;
  aussonderungsart: Aussonderungsart | null;
  state: EinheitState;
}

export interface EinheitVersionView extends EinheitRule {
  nummer: number;
  validFrom: Day;
  /** Kennzeichen of the position above; null for an uppermost one. */
  parent: string | null;
  createdAt: Instant;
  createdBy: string;
}

export interface AkteRow {
  id: Id;
  aktenzeichen: string;
  betreff: string;
  below: 'nothing' | 'something';
}

/** `GET /api/aktenplan/einheiten/:id/akten?after=<day>~<aktenzeichen>`: the Akten of a position, the newest first. */
export interface AktePage {
  akten: AkteRow[];
  next: string | null;
}

/**
 * `GET /api/akten/:id/vorgaenge?after=<aktenzeichen>&state=offen`: the Vorgaenge of an Akte in their order; its Teilakten
 * come with the first page.
 */
export interface VorgangPage {
  teilakten: AkteRow[];
  vorgaenge: VorgangRow[];
  next: string | null;
}

/** An Akte found, with the ids of the positions above it, the uppermost one first. */
export interface AkteHit extends AkteRow {
  above: Id[];
}

/** A Vorgang found, with the ids of what it lies in: positions, then the Akte. */
export interface VorgangHit extends VorgangRow {
  above: Id[];
}

/**
 * `GET /api/aktenplan/treffer?q=<text>`: positions by the beginning of their Kennzeichen or by words of their title, Akten
 * and Vorgaenge by the beginning of their Aktenzeichen, the latest 2,000 of each by words of their subject too. `more`: there are more than are shown.
 */
export interface AktenplanHits {
  einheiten: (EinheitRow & { path: PathStep[] })[];
  akten: AkteHit[];
  vorgaenge: VorgangHit[];
  more: 'yes' | 'no';
}

/** `GET /api/aktenplan/ausgabe?format=csv|xdomea&day=<day>`: the plan of a day as a file. */
export interface AktenplanAusgabe {
  fileName: string;
  mime: string;
  text: string;
}

/** One thing that stands against an import, or that should be looked at. */
export interface ImportFinding {
  severity: 'error' | 'warning';
  /** Line of the file, from 1; null where the file as a whole is meant. */
  line: number | null;
  field: string | null;
  code: string;
  message: { de: string; en: string };
  remedy: { de: string; en: string };
}

export interface ImportDifference {
  kind: 'new' | 'changed' | 'missing';
  kennzeichen: string;
  titel: string;
  /** What changes, field by field, in words of the file. */
  changes: { field: string; before: string; after: string }[];
}

/** Answer to `POST /api/aktenplan/eingaben` (the file as body), and `GET /api/aktenplan/eingaben/:id?day=<day>`: what an import would do. Nothing has changed yet. */
export interface ImportPreview {
  importId: Id;
  fileName: string;
  format: 'csv' | 'xdomea';
  positions: number;
  counts: { new: number; changed: number; missing: number; same: number; errors: number; warnings: number };
  /** The first 500 of each. */
  findings: ImportFinding[];
  differences: ImportDifference[];
}
