import type { DokumentArt } from './dokument-views.js';
import type { Sentence } from './rejections.js';
import type { Day, Id } from './views.js';

/** Kinds of records that have extra fields. */
export type ZusatzKind = 'akte' | 'vorgang' | 'dokument';

/** What a value may consist of. Nobody writes patterns: a pattern of a stranger is a program. */
export type ZusatzSigns = 'any' | 'digits' | 'letters' | 'lettersAndDigits';

/** One of the choices of a field. Its key stays, its name may change. */
export interface ZusatzOption {
  key: string;
  label: Sentence;
}

/** What a field holds, and within which limits. `null`: without a limit. Amounts are exact decimals: `12450.80`. */
export type ZusatzRule =
  | { art: 'text'; shortest: number; longest: number; signs: ZusatzSigns }
  | { art: 'longText'; longest: number }
  | { art: 'wholeNumber'; least: number | null; most: number | null }
  | { art: 'amount'; least: string | null; most: string | null }
  | { art: 'day'; earliest: Day | null; latest: Day | null }
  | { art: 'yesNo' }
  | { art: 'choice'; options: ZusatzOption[] };

/** What a key user says about a field, and may say otherwise later. */
export interface ZusatzDefinition {
  label: Sentence;
  rule: ZusatzRule;
  /** A required value may come later, but before z. d. A. */
  need: 'required' | 'optional';
  /** Position whose records have the field, with everything below it; null: all. It is the type of an Akte. */
  einheitId: Id | null;
  /** Only Dokumente of this kind; null: all, and always null for Akten and Vorgaenge. */
  dokumentArt: DokumentArt | null;
}

/** A value as it is typed and stored: text, whole number, `12450.80`, `2026-11-24`, yes or no, key of a choice. */
export type ZusatzValue = string | number | boolean;

/** Values by the keys of their fields; null empties one, a key that is missing changes nothing. */
export type ZusatzInput = Record<string, ZusatzValue | null>;

export interface ZusatzfeldView extends ZusatzDefinition {
  id: Id;
  kind: ZusatzKind;
  key: string;
  /** A field that is „stillgelegt“ takes no new value; those that are there stay readable. */
  state: 'offen' | 'stillgelegt';
  version: number;
  /** Of the position, as it is called today. */
  einheit: { kennzeichen: string; titel: string } | null;
}

/** `GET /api/zusatzfelder`: in the order in which forms show them. */
export interface ZusatzfeldList {
  items: ZusatzfeldView[];
}

/** `POST /api/zusatzfelder/vorschau`: what a change would mean for the stored values that the person may see. */
export interface ZusatzfeldPreview {
  /** Stored values that could not be typed any more. */
  breaking: number;
}

/** One field of a record, with its value. */
export interface ZusatzItem {
  key: string;
  label: Sentence;
  rule: ZusatzRule;
  need: 'required' | 'optional';
  /** `readable`: retired, or not for this type of record any more. */
  state: 'fillable' | 'readable';
  value: ZusatzValue | null;
  /** As it was read when it was written; empty without a value. */
  text: string;
}

/** `GET /api/akten/:id/zusatzfelder`, and of Vorgaenge and Dokumente alike. */
export interface ZusatzView {
  items: ZusatzItem[];
}
