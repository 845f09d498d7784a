import { addMonths, DAY } from '../feel/calendar.js';

// `P1M-2DT-3H`: every part may have a sign, and the whole one more. Weeks and fractions of seconds as in ISO 8601.
const PATTERN =
  /^([-+])?P(?:([-+]?\d+)Y)?(?:([-+]?\d+)M)?(?:([-+]?\d+)W)?(?:([-+]?\d+)D)?(?:T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+(?:[.,]\d{0,9})?)S)?)?$/;

/** A duration of a timer: months go by the calendar, the rest has a fixed length. Both may be negative. */
export interface Interval {
  readonly months: number;
  readonly millis: number;
}

/**
 * Reads the duration of a timer; null where it is none. Zeebe reads it with Java and not with FEEL: signs everywhere, a mix
 * of years and days, weeks. A negative one is over before it begins: such a timer fires at once.
 */
export function parseInterval(text: string): Interval | null {
  const match = PATTERN.exec(text);
  if (match === null || /[PT]$/.test(text)) return null;
  const sign = match[1] === '-' ? -1 : 1;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  const millis = (weeks * 7 + days) * DAY + hours * 3_600_000 + minutes * 60_000 + Math.floor(seconds * 1000);
  const interval = { months: sign * (years * 12 + months), millis: sign * millis };
  // Beyond 2^53 milliseconds (285,000 years) arithmetic would silently lose digits.
  return Number.isSafeInteger(interval.months) && Number.isSafeInteger(interval.millis) ? interval : null;
}

/** The instant that lies an interval after another, by the calendar in UTC; null beyond what a date can say. */
export function instantAfter(start: Date, { months, millis }: Interval): Date | null {
  const day = Math.floor(start.getTime() / DAY);
  const ofDay = start.getTime() - day * DAY;
  const due = new Date(addMonths(day, months) * DAY + ofDay + millis);
  return Number.isNaN(due.getTime()) ? null : due;
}
