import { z } from 'zod';
import type { Medium } from '../contract/akte-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { lineOfText, optionalLine } from '../platform/typed-text.js';
import { german } from './akte.js';

/** What can be said of a record beside its subject. */
export interface Described {
  readonly bemerkung: string;
  readonly medium: Medium;
  /** Where the paper part is; empty where there is none. */
  readonly standort: string;
}

/** The Akte stands on the first level, a Dokument on the fifth: a Vorgang may stand on the fourth at most. */
export const DEEPEST = 4;

export const betreff = lineOfText(500);
export const bemerkung = optionalLine(2_000);
export const medium = z.enum(['elektronisch', 'hybrid', 'papier']);
export const standort = optionalLine(300);
/** For acts that open a record: nothing of it has to be said. */
export const described = { bemerkung: bemerkung.optional(), medium: medium.optional(), standort: standort.optional() };

/** What was said, with what holds where nothing was. */
export function describedOf(said: Partial<{ [Name in keyof Described]: Described[Name] | undefined }>): Described {
  return { bemerkung: said.bemerkung ?? '', medium: said.medium ?? 'elektronisch', standort: said.standort ?? '' };
}

/** A paper part has a place, and only a paper part has one. */
export function refuseStandort({ medium: kind, standort: place }: Described): Rejection | null {
  if (kind === 'elektronisch') return place === '' ? null : reject('akte.standortUseless', { standort: place });
  return place === '' ? reject('akte.standortMissing') : null;
}

const EARLIEST = '1800-01-01';

/** The running time of a record begins before it ends, and not in the future. */
export function refuseLaufzeit(beginn: Day, ende: Day | null, today: Day): Rejection | null {
  if (beginn >= EARLIEST && beginn <= today && (ende === null || ende >= beginn)) return null;
  return reject('akte.laufzeit', { beginn: german(beginn), ende: german(ende) });
}

/** Whether a part fits below a record. */
export function refusePart({ level, aktenzeichen }: { level: number; aktenzeichen: string }): Rejection | null {
  return level >= DEEPEST ? reject('akte.tooDeep', { aktenzeichen }) : null;
}
