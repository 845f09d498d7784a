import type { Day } from '../../../contract/views.js';
import { dayOf } from '../../../rechnung/day.js';

export interface FoundDay {
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

// prettier-ignore
const MONTHS: Readonly<Record<string, number>> = {
  januar: 1, jänner: 1, februar: 2, märz: 3, april: 4, mai: 5, juni: 6, juli: 7, august: 8, september: 9, oktober: 10,
  november: 11, dezember: 12,
};

const DAY =
  /\b(\d{1,2})\.\s?(?:(\d{1,2})\.\s?(\d{4}|\d{2})\b|([A-Za-zÄä]{3,9})\s+(\d{4})\b)|\b(\d{4})-(\d{2})-(\d{2})\b/g;

/** All calendar days in a text as German letters write them: 3.11.2026, 03.11.26, 3. November 2026, 2026-11-03. */
export function findDays(text: string): FoundDay[] {
  return [...text.matchAll(DAY)].flatMap((match) => {
    const day = dayFrom(match);
    return day ? [{ day, start: match.index, end: match.index + match[0].length }] : [];
  });
}

function dayFrom(match: RegExpMatchArray): Day | null {
  const [, dayText, monthText, yearText, monthName, namedYear, isoYear, isoMonth, isoDay] = match;
  if (isoYear) return dayOf(Number(isoYear), Number(isoMonth), Number(isoDay));
  const month = monthText ? Number(monthText) : MONTHS[monthName?.toLowerCase() ?? ''];
  const year = Number(yearText ?? namedYear);
  if (month === undefined) return null;
  // Two digits mean this century: nobody files letters of 1926 by e-mail.
  return dayOf(year < 100 ? 2000 + year : year, month, Number(dayText));
}
