import { reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { germanDay } from '../contract/german-day.js';

export type Vertraulichkeitsstufe = 'offen' | 'nurFuerDenDienstgebrauch' | 'vertraulich' | 'geheim' | 'strengGeheim';

/** How the years are counted: from the end of the year in which the period begins, or to the day. */
export type Counting = 'yearEnd' | 'dayExact';

/** A Sperre in force that keeps a Vorgang: its own, that of its Akte, or that of a Dokument in it. */
export interface SperreInForce {
  readonly on: 'akte' | 'vorgang' | 'dokument';
  readonly reason: string;
  /** Day in Berlin on which it was set. */
  readonly since: Day;
}

/** Facts about a Vorgang that decide whether it may be handed over to the archive. */
export interface RetentionFacts {
  readonly state: 'offen' | 'zdA' | 'abgegeben';
  /** null where the period is unbefristet, and while the Vorgang is open. */
  readonly aufbewahrungJahre: number | null;
  /** Last day of the period; null while open, while its event is missing, and for ever where it is unbefristet. */
  readonly aufbewahrungsende: Day | null;
  readonly sperren: readonly SperreInForce[];
  /** Fixed at z. d. A.; null before. */
  readonly aussonderungsart: 'A' | 'B' | 'V' | null;
  readonly vertraulichkeitsstufe: Vertraulichkeitsstufe;
  /** Number of Dokumente, without discarded drafts. */
  readonly dokumente: number;
  /** Titles of the Dokumente that are still drafts. */
  readonly drafts: readonly string[];
}

/**
 * Last day on which a Vorgang must be kept. By year the period counts from the end of the year in which it begins (§ 147
 * Abs. 4 AO and the Aktenordnungen count alike), so the day itself never matters. By day it ends on the day that carries the
 * same number (§ 188 Abs. 2 BGB), and where the month has none, on its last day (§ 188 Abs. 3): 29 February on the 28th.
 * @param beginn calendar day in Europe/Berlin; an instant would put New Year's Eve into the wrong year
 * @param jahre whole years, or null for unbefristet
 * @returns null for unbefristet
 * @throws for a text that is no calendar day or for years that are no whole number: a bug of the caller
 */
export function aufbewahrungsende(beginn: Day, jahre: number | null, counting: Counting = 'yearEnd'): Day | null {
  const [year, month, day] = partsOf(beginn);
  if (jahre === null) return null;
  if (!Number.isInteger(jahre) || jahre < 0) throw new Error(`Not a number of years: ${jahre}`);
  const ends = String(year + jahre).padStart(4, '0');
  if (counting === 'yearEnd') return `${ends}-12-31`;
  const same = `${ends}-${month}-${day}`;
  return isCalendarDay(same) ? same : `${ends}-02-28`;
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
    ...facts.sperren.map(underSperre),
    ...artObstacles(facts),
    ...(facts.vertraulichkeitsstufe === 'offen'
      ? []
      : [reject('aussonderung.confidential', { stufe: STUFEN[facts.vertraulichkeitsstufe] })]),
    ...(facts.dokumente === 0 ? [reject('aussonderung.noDokument')] : []),
    ...facts.drafts.map((dokument) => reject('aussonderung.draftDokument', { dokument })),
  ];
}

/** A Sperre as what stands against removing or handing over. */
export function underSperre({ on, reason, since }: SperreInForce): Rejection {
  return reject('aussonderung.underSperre', { ...SPERRE_ON[on], reason, since: germanDay(since) });
}

const SPERRE_ON = {
  akte: { onDe: 'auf der Akte', onEn: 'on the file' },
  vorgang: { onDe: 'auf dem Vorgang', onEn: 'on the case' },
  dokument: { onDe: 'auf einem Dokument', onEn: 'on a document' },
} as const;

function stateObstacles(facts: RetentionFacts, today: Day): Rejection[] {
  const { state, aufbewahrungJahre, aufbewahrungsende: ende } = facts;
  // An open Vorgang has no period yet, and the period of a transferred one no longer matters.
  if (state === 'offen') return [reject('aussonderung.notClosed')];
  if (state === 'abgegeben') return [reject('aussonderung.alreadyTransferred')];
  if (ende === null)
    return [reject(aufbewahrungJahre === null ? 'aussonderung.unlimited' : 'aussonderung.eventMissing')];
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

function partsOf(day: Day): [year: number, month: string, day: string] {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year || !month || !date || !isCalendarDay(day)) throw new Error(`Not a calendar day: ${day}`);
  return [Number(year), month, date];
}

/** 2025-02-29 has the right form and is no day; Date would take it for 1 March. */
function isCalendarDay(day: Day): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}
