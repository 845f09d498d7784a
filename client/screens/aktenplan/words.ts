import type { Aufbewahrung, Aussonderungsart, EinheitState } from '../../../server/contract/aktenplan-views.js';

export const ARTEN: Readonly<Record<Aussonderungsart, string>> = {
  A: $localize`:@@aktenplan.artA:A – archivieren`,
  B: $localize`:@@aktenplan.artB:B – zu bewerten`,
  V: $localize`:@@aktenplan.artV:V – vernichten`,
};

export const INHERITED = $localize`:@@aktenplan.inherited:geerbt`;
export const FOR_EVER = $localize`:@@aktenplan.forEver:unbefristet`;

/** What a position says itself about its period. */
export function aufbewahrungWords(aufbewahrung: Aufbewahrung): string {
  if (aufbewahrung === 'geerbt') return INHERITED;
  return yearsWords(aufbewahrung === 'unbefristet' ? null : aufbewahrung);
}

/** A period that holds; null for one without end. */
export function yearsWords(years: number | null): string {
  return years === null ? FOR_EVER : $localize`:@@vorgang.years:${years}:years: Jahre`;
}

export function stateWords(state: EinheitState): string {
  return state === 'offen' ? $localize`:@@aktenplan.open:offen` : $localize`:@@aktenplan.closed:stillgelegt`;
}
