import type { PathStep } from './aktenplan-views.js';
import type { Day, HistoryEntry, Id } from './views.js';

/** As in xdomea: electronic, on paper, or both. */
export type Medium = 'elektronisch' | 'hybrid' | 'papier';

/** An Akte or a Vorgang, named from outside. */
export interface AnyRecord {
  kind: 'akte' | 'vorgang';
  id: Id;
}

/** A reference to another record, seen from this one. */
export interface VerweisView {
  id: Id;
  /** `to`: this record refers to it; `from`: it refers to this record. */
  direction: 'to' | 'from';
  other: AnyRecord & { aktenzeichen: string; betreff: string };
  bemerkung: string;
  createdBy: string;
}

export interface RecordPart {
  id: Id;
  aktenzeichen: string;
  betreff: string;
}

/** What can be said of an Akte and of a Vorgang alike. */
export interface RecordMetadata {
  id: Id;
  version: number;
  aktenzeichen: string;
  betreff: string;
  bemerkung: string;
  medium: Medium;
  standort: string;
  laufzeitBeginn: Day;
  laufzeitEnde: Day | null;
  /** The Akte or Vorgang that it is a part of. */
  parent: RecordPart | null;
  /** Teilakten or Teilvorgaenge, the first 100. */
  parts: RecordPart[];
  /** Whether it can have further parts: records nest five levels deep. */
  depth: 'free' | 'exhausted';
  verweise: VerweisView[];
}

/** `GET /api/akten/:id` */
export interface AkteView extends RecordMetadata {
  federfuehrung: { id: Id; name: string };
  aktenplan: PathStep[];
  /** The Akten that a Teilakte lies in, the uppermost one first. */
  above: RecordPart[];
  vorgaenge: number;
  /** Whom the responsibility has gone to; `since` is null while it is on its way. null: it is ours. */
  weitergabe: { recipient: string; since: Day | null } | null;
  history: HistoryEntry[];
}

/** `GET /api/federfuehrungen`: the units that can answer for an Akte. */
export interface FederfuehrungView {
  units: { id: Id; name: string }[];
}

/** `GET /api/aktenzeichen`: the rule in force, with an example of each part. */
export interface AktenzeichenView {
  nummer: number;
  rule: { akte: string; teilakte: string; vorgang: string };
  /** Null for the rule of the product. */
  since: { at: string; by: string } | null;
  examples: { akte: string; teilakte: string; vorgang: string; teilvorgang: string };
}

/** `POST /api/aktenzeichen/vorschau` with a rule: what it would give, or all that stands against it. */
export interface AktenzeichenPreview {
  examples: AktenzeichenView['examples'] | null;
  faults: { code: string; de: string; en: string }[];
}

/** `GET /api/aktenplan/einheiten/:id/luecken`: numbers of a position that no Akte has, and why. */
export interface AktenzeichenGaps {
  years: {
    /** 0 where numbers do not begin anew each year. */
    year: number;
    last: number;
    /** The first 500. */
    gaps: AktenzeichenGap[];
    missing: number;
  }[];
}

export interface AktenzeichenGap {
  nummer: number;
  aktenzeichen: string | null;
  /** `deleted`: it was an Akte, and is no more. `passedOver`: the name had been given before. */
  why: 'deleted' | 'passedOver';
  de: string;
  en: string;
}
