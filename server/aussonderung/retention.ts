import { reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';

export type Vertraulichkeitsstufe = 'offen' | 'nurFuerDenDienstgebrauch' | 'vertraulich' | 'geheim' | 'strengGeheim';

/** Facts about a Vorgang that decide whether it may be handed over to the archive. */
export interface RetentionFacts {
  readonly state: 'offen' | 'zdA' | 'abgegeben';
  /** Last day of the period; null while open, and for ever where the period is unbefristet. */
  readonly aufbewahrungsende: Day | null;
  /** Fixed at z. d. A.; null before. */
  readonly aussonderungsart: 'A' | 'B' | 'V' | null;
  readonly vertraulichkeitsstufe: Vertraulichkeitsstufe;
  /** Number of Dokumente, without discarded drafts. */
  readonly dokumente: number;
  /** Titles of the Dokumente that are still drafts. */
  readonly drafts: readonly string[];
}

/**
 * Last day on which a Vorgang must be kept. The Aufbewahrungsfrist counts from the end of the year of z. d. A.
 * (§ 147 Abs. 4 AO and the Aktenordnungen count alike), so the day itself never matters and 29 February needs no rule.
 * @param zdaDate calendar day in Europe/Berlin; an instant would put New Year's Eve into the wrong year
 * @param jahre whole years, or null for unbefristet
 * @returns 31 December, or null for unbefristet
 * @throws for a text that is no calendar day or for years that are no whole number: a bug of the caller
 */
export function aufbewahrungsende(zdaDate: Day, jahre: number | null): Day | null {
  const year = yearOf(zdaDate);
  if (jahre === null) return null;
  if (!Number.isInteger(jahre) || jahre < 0) throw new Error(`Not a number of years: ${jahre}`);
  return `${String(year + jahre).padStart(4, '0')}-12-31`;
}

/** True from the first day on which the Vorgang need no longer be kept. */
export function isDue(ende: Day | null, today: Day): boolean {
  // Days of the same form compare as text. On the last day itself the Vorgang must still be kept.
  return ende !== null && ende < today;
}

/**
 * Everything that stands against handing a Vorgang over on `today`; an empty list means that it can be selected.
 * Only Aussonderungsart A goes into a message 0503: V is destroyed here, B has no decision of the archive yet.
 */
export function aussonderungObstacles(facts: RetentionFacts, today: Day): Rejection[] {
  return [
    ...stateObstacles(facts, today),
    ...artObstacles(facts),
    ...(facts.vertraulichkeitsstufe === 'offen'
      ? []
      : [reject('aussonderung.confidential', { stufe: STUFEN[facts.vertraulichkeitsstufe] })]),
    ...(facts.dokumente === 0 ? [reject('aussonderung.noDokument')] : []),
    ...facts.drafts.map((dokument) => reject('aussonderung.draftDokument', { dokument })),
  ];
}

function stateObstacles({ state, aufbewahrungsende: ende }: RetentionFacts, today: Day): Rejection[] {
  // An open Vorgang has no period yet, and the period of a transferred one no longer matters.
  if (state === 'offen') return [reject('aussonderung.notClosed')];
  if (state === 'abgegeben') return [reject('aussonderung.alreadyTransferred')];
  if (ende === null) return [reject('aussonderung.unlimited')];
  return isDue(ende, today) ? [] : [reject('aussonderung.periodRunning', { ende: germanDay(ende) })];
}

function artObstacles({ state, aussonderungsart }: RetentionFacts): Rejection[] {
  switch (aussonderungsart) {
    case 'A':
      return [];
    case 'B':
      return [reject('aussonderung.toAppraise')];
    case 'V':
      return [reject('aussonderung.toDestroy')];
    case null:
      return state === 'offen' ? [] : [reject('aussonderung.artMissing')];
  }
}

/** Official names of the levels (Verschlusssachenanweisung); the same in both languages. */
const STUFEN: Readonly<Record<Vertraulichkeitsstufe, string>> = {
  offen: 'offen',
  nurFuerDenDienstgebrauch: 'VS - Nur für den Dienstgebrauch',
  vertraulich: 'VS - Vertraulich',
  geheim: 'geheim',
  strengGeheim: 'streng geheim',
};

function yearOf(day: Day): number {
  const [, year] = /^(\d{4})-\d{2}-\d{2}$/.exec(day) ?? [];
  if (year === undefined || !isCalendarDay(day)) throw new Error(`Not a calendar day: ${day}`);
  return Number(year);
}

/** 2025-02-29 has the right form and is no day; Date would take it for 1 March. */
function isCalendarDay(day: Day): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

function germanDay(day: Day): string {
  return day.split('-').reverse().join('.');
}
