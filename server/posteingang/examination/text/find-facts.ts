import type { Place, PlaceField } from '../../../contract/examination.js';
import type { Day } from '../../../contract/views.js';
import { isValidIban, normalIban } from '../../../rechnung/iban.js';
import { findAmounts } from './find-amount.js';
import { findDays } from './find-day.js';
import { boxOf, type TextLine } from './text-line.js';

/** What the words of a letter say about it. Each value was read literally; none is a decision. */
export interface TextFacts {
  readonly letterDate: Day | null;
  readonly amountCent: number | null;
  readonly nummer: string | null;
  readonly iban: string | null;
  readonly leitwegKennung: string | null;
  readonly faelligAm: Day | null;
  readonly aktenzeichen: readonly string[];
  readonly places: readonly Place[];
}

interface Found<Value> {
  readonly value: Value;
  readonly line: TextLine;
  readonly start: number;
  readonly end: number;
}

/** Reads dates, amounts, numbers and signs from lines of text, most explicit label first. */
export function findTextFacts(lines: readonly TextLine[], part: number | null): TextFacts {
  const places: Place[] = [];
  const keep = <Value>(field: PlaceField, found: Found<Value> | null): Value | null => {
    const place = found ? placeOf(field, found, part) : null;
    if (place) places.push(place);
    return found ? found.value : null;
  };
  const aktenzeichen = findAktenzeichen(lines);
  for (const found of aktenzeichen) keep('aktenzeichen', found);
  return {
    letterDate: keep('letterDate', findLabelledDay(lines, LETTER_DATE) ?? findFirstDay(lines)),
    amountCent: keep('amountCent', findTotal(lines)),
    nummer: keep('nummer', findByPattern(lines, NUMMER)),
    iban: keep('iban', findIban(lines)),
    leitwegKennung: keep('leitwegKennung', findByPattern(lines, LEITWEG)),
    faelligAm: keep('faelligAm', findLabelledDay(lines, DUE_DATE)),
    aktenzeichen: [...new Set(aktenzeichen.map(({ value }) => value))],
    places,
  };
}

const LETTER_DATE = /\b(?:rechnungsdatum|datum(?: des schreibens)?|date)\b/i;
const DUE_DATE =
  /\b(?:fällig(?:keit)?(?: am| bis)?|zahlbar(?: ohne abzug)? bis(?: zum)?|zahlungsziel|bis spätestens)\b/i;
const NUMMER =
  /(?:\b(?:rechnungs|invoice)[- ]?(?:nummer|number|nr\.?|no\.?)|(?:rechnung|invoice)\s+(?:nr\.?|nummer|no\.?|number|#))\s*[:#]?\s*([A-Z0-9][A-Z0-9\-/.]{1,28}[A-Z0-9])/i;
const LEITWEG = /\bleitweg-?id\s*:?\s*(\d{2,12}(?:-[A-Z0-9]{1,30})?-\d{2})\b/i;
const AKTENZEICHEN =
  /(?:\bihr zeichen|\baktenzeichen|\bgeschäftszeichen|\baz\.?|\bunser schreiben)\s*:?\s+([\p{L}\d][\p{L}\d./\- ]{2,38}?[\p{L}\d])(?=\s{2}|[,;)]|\.?$|\s+vom\b)/iu;
const IBAN = /\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b/g;

// The most explicit words first: a sum without VAT must never win over the sum to pay.
const TOTALS = [
  /\b(?:zahlbetrag|zu zahlen(?:der betrag)?|rechnungsbetrag)\b/i,
  /\b(?:gesamtbetrag(?! der)|endbetrag|gesamtsumme|bruttobetrag|bruttosumme|(?:summe|betrag)\s+\(?brutto\)?)\b/i,
  /\b(?:gesamt|total|summe)\b/i,
];

function findTotal(lines: readonly TextLine[]): Found<number> | null {
  for (const label of TOTALS) {
    // The last one: carried-over sums stand before the final one.
    for (const line of [...lines].reverse()) {
      const at = label.exec(line.text);
      const amount = at ? findAmounts(line.text).findLast(({ start }) => start >= at.index) : undefined;
      if (amount) return { value: amount.cent, line, start: amount.start, end: amount.end };
    }
  }
  return null;
}

function findLabelledDay(lines: readonly TextLine[], label: RegExp): Found<Day> | null {
  for (const line of lines) {
    const at = label.exec(line.text);
    const found = at ? findDays(line.text).find(({ start }) => start >= at.index) : undefined;
    if (found) return { value: found.day, line, start: found.start, end: found.end };
  }
  return null;
}

function findFirstDay(lines: readonly TextLine[]): Found<Day> | null {
  for (const line of lines) {
    const [found] = findDays(line.text);
    if (found) return { value: found.day, line, start: found.start, end: found.end };
  }
  return null;
}

function findByPattern(lines: readonly TextLine[], pattern: RegExp): Found<string> | null {
  for (const line of lines) {
    const found = foundBy(pattern, line);
    if (found) return found;
  }
  return null;
}

function findAktenzeichen(lines: readonly TextLine[]): Found<string>[] {
  // An Aktenzeichen has a digit: „Ihr Zeichen  Unser Zeichen“ is a row of labels.
  return lines
    .flatMap((line) => foundBy(AKTENZEICHEN, line) ?? [])
    .filter(({ value }) => /\d/.test(value))
    .slice(0, 10);
}

function foundBy(pattern: RegExp, line: TextLine): Found<string> | null {
  const match = pattern.exec(line.text);
  const value = match?.[1];
  if (!match || value === undefined) return null;
  const start = match.index + match[0].lastIndexOf(value);
  return { value: value.trim(), line, start, end: start + value.length };
}

function findIban(lines: readonly TextLine[]): Found<string> | null {
  for (const line of lines) {
    for (const match of line.text.matchAll(IBAN)) {
      const value = normalIban(match[0]);
      if (isValidIban(value)) return { value, line, start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}

function placeOf(field: PlaceField, found: Found<unknown>, part: number | null): Place | null {
  const box = boxOf(found.line, found.start, found.end);
  if (!box || found.line.page === null) return null;
  return { field, text: found.line.text.slice(found.start, found.end), part, page: found.line.page, box };
}
