/**
 * Aktenzeichen of an Akte: position of the Aktenplan, running number of the year, year; e.g. `20.31.04-0418/2026`.
 * A number is given once and never again, so a gap always means a rolled-back or deleted draft.
 */
export function akteAktenzeichen(kennzeichen: string, number: number, year: number): string {
  return `${kennzeichen}-${String(number).padStart(4, '0')}/${year}`;
}

/** Aktenzeichen of a Vorgang: that of its Akte and the running number in it; e.g. `20.31.04-0418/2026/03`. */
export function vorgangAktenzeichen(akte: string, number: number): string {
  return `${akte}/${String(number).padStart(2, '0')}`;
}

const pattern = /\b\d{2}(?:\.\d{2}){1,3}-\d{4}\/\d{4}(?:\/\d{2,})?\b/g;

/** Every Aktenzeichen of ours that a text mentions, each once, in order of appearance. */
export function findAktenzeichen(text: string): string[] {
  return [...new Set(text.match(pattern) ?? [])];
}
