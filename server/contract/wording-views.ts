import type { Instant } from './views.js';

export type WordingLanguage = 'de' | 'en';

/**
 * The words that an authority may say otherwise, each with the forms in which the interface writes it. Only whole words that
 * mean one thing: English "file" and "case" have a second meaning, so they stay. `article` must fit the other word, too: the
 * sentences around it do not change.
 */
export const TERMS = {
  aktenzeichen: {
    de: { article: 'das', forms: ['Aktenzeichen', 'Aktenzeichens'] },
    en: { article: 'the', forms: ['reference number', 'reference numbers'] },
  },
  aktenplan: {
    de: { article: 'der', forms: ['Aktenplan', 'Aktenplans', 'Aktenpläne', 'Aktenplänen'] },
    en: { article: 'the', forms: ['filing plan', 'filing plans'] },
  },
  akte: { de: { article: 'die', forms: ['Akte', 'Akten'] }, en: null },
  teilakte: { de: { article: 'die', forms: ['Teilakte', 'Teilakten'] }, en: null },
  vorgang: { de: { article: 'der', forms: ['Vorgang', 'Vorgangs', 'Vorgänge', 'Vorgängen'] }, en: null },
  posteingang: { de: { article: 'der', forms: ['Posteingang', 'Posteingangs'] }, en: null },
  eingang: { de: { article: 'der', forms: ['Eingang', 'Eingangs', 'Eingänge', 'Eingängen'] }, en: null },
  aufgabe: { de: { article: 'die', forms: ['Aufgabe', 'Aufgaben'] }, en: null },
  wiedervorlage: {
    de: { article: 'die', forms: ['Wiedervorlage', 'Wiedervorlagen'] },
    en: { article: 'the', forms: ['resubmission', 'resubmissions'] },
  },
  registratur: {
    de: { article: 'die', forms: ['Registratur', 'Registraturen'] },
    en: { article: 'the', forms: ['records office', 'records offices'] },
  },
  poststelle: {
    de: { article: 'die', forms: ['Poststelle', 'Poststellen'] },
    en: { article: 'the', forms: ['mail room', 'mail rooms'] },
  },
  mitzeichnung: {
    de: { article: 'die', forms: ['Mitzeichnung', 'Mitzeichnungen'] },
    en: { article: 'the', forms: ['co-signature', 'co-signatures'] },
  },
  schlusszeichnung: {
    de: { article: 'die', forms: ['Schlusszeichnung', 'Schlusszeichnungen'] },
    en: { article: 'the', forms: ['final signature', 'final signatures'] },
  },
  laufweg: { de: { article: 'der', forms: ['Laufweg', 'Laufwegs', 'Laufwege', 'Laufwegen'] }, en: null },
  umlaufmappe: { de: { article: 'die', forms: ['Umlaufmappe', 'Umlaufmappen'] }, en: null },
  federfuehrung: { de: { article: 'die', forms: ['Federführung', 'Federführungen'] }, en: null },
} as const satisfies Record<string, Record<WordingLanguage, Term | null>>;

export interface Term {
  readonly article: string;
  readonly forms: readonly string[];
}

export type TermName = keyof typeof TERMS;
export const TERM_IDS = Object.keys(TERMS) as TermName[];

/** A word and how the authority says it: form by form. */
export interface OwnWord {
  term: TermName;
  language: WordingLanguage;
  forms: string[];
}

/** Row of `GET /api/wording`: a word that was changed at some time. */
export interface WordingRow {
  term: TermName;
  language: WordingLanguage;
  /** null: said as everybody says it, again. */
  forms: string[] | null;
  version: number;
  changedBy: string;
  changedAt: Instant;
}

export interface WordingView {
  items: WordingRow[];
}
