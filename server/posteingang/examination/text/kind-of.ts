import type { EingangKind } from '../../../contract/examination.js';

/** Reminders come before invoices: they quote the invoice number too. First match wins. */
const KINDS: readonly (readonly [EingangKind, RegExp])[] = [
  ['mahnung', /\b(mahnung|zahlungserinnerung|letzte zahlungsaufforderung)\b/i],
  ['widerspruch', /\b(widerspruch|widerspreche|einspruch)\b/i],
  ['rechnung', /\b(rechnung|rechnungsnummer|invoice)\b/i],
  ['antrag', /\b(antrag|beantrage|beantragen|bauantrag)\b/i],
];

/**
 * Concludes from words what an Eingang is. The title counts more than the text: a Widerspruch may mention an Antrag.
 *
 * @returns null when no word points anywhere
 */
export function kindOf(title: string, text: string): EingangKind | null {
  return wordIn(title) ?? wordIn(text.slice(0, 3_000));
}

function wordIn(text: string): EingangKind | null {
  return KINDS.find(([, words]) => words.test(text))?.[0] ?? null;
}
