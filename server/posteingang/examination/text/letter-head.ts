import type { TextLine } from './text-line.js';

/**
 * The sender of a letter: first part of the return address above the window of DIN 5008 („Bau GmbH · Weg 1 · 12345 Ort“),
 * otherwise the letterhead, the first line of the first page.
 */
export function senderOf(lines: readonly TextLine[]): TextLine | null {
  const firstPage = lines.filter(({ page }) => page === null || page === 1).slice(0, 40);
  const returnAddress = firstPage.find(({ text }) => /[·|•●].*\b\d{5}\b/.test(text));
  if (returnAddress) return { ...returnAddress, text: returnAddress.text.split(/\s*[·|•●]\s*/)[0] ?? '' };
  return firstPage.find(({ text }) => /\p{L}{3}/u.test(text)) ?? null;
}

/** The subject line: named as such, or the first line that begins like one. */
export function subjectOf(lines: readonly TextLine[]): string {
  const named = lines.find(({ text }) => /^\s*betreff\s*:/i.test(text));
  if (named) return named.text.replace(/^\s*betreff\s*:\s*/i, '').trim();
  const line = lines.slice(0, 60).find(({ text }) => SUBJECT.test(text) && text.length < 120);
  return line ? line.text.trim() : '';
}

const SUBJECT =
  /^\s*(rechnung|mahnung|zahlungserinnerung|widerspruch|einspruch|antrag|bauantrag|anfrage|beschwerde|kündigung|stellungnahme|ihr schreiben|ihre rechnung)\b/i;
