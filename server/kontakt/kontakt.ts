import { reject, type Rejection } from '../contract/rejections.js';
import type { KontaktFacts } from '../contract/kontakt-views.js';
import type { Id } from '../contract/views.js';
import { fold } from '../search/analysis/fold.js';

/** A Kontakt as it is locked for a change. */
export interface Kontakt extends KontaktFacts {
  readonly id: Id;
  readonly version: number;
  readonly mergedInto: Id | null;
}

/** „Ṟaḵīmov, Amir“, or the name of an organisation. */
export function labelOf({ art, name, vorname }: Pick<KontaktFacts, 'art' | 'name' | 'vorname'>): string {
  return art === 'person' && vorname !== '' ? `${name}, ${vorname}` : name;
}

/** „Am Mühlengraben 27, 59990 Musterstadt“, as far as it is known. */
export function placeOf({ strasse, plz, ort }: Pick<KontaktFacts, 'strasse' | 'plz' | 'ort'>): string {
  return [strasse, `${plz} ${ort}`.trim()].filter(Boolean).join(', ');
}

/** Everything by which somebody looks for a Kontakt, in the form in which words are compared. */
export function wordsOf({ name, vorname, strasse, plz, ort, mail }: KontaktFacts): string[] {
  return [...new Set(foldedWords([name, vorname, strasse, plz, ort, mail].join(' ')))];
}

/** The words of what somebody typed. */
export function foldedWords(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(fold)
    .filter(Boolean);
}

/** An entry that was merged away takes no change and no part: the one that was kept does. */
export function refuseMerged(kontakt: Kontakt): Rejection | null {
  return kontakt.mergedInto === null ? null : reject('kontakt.merged', { label: labelOf(kontakt) });
}
