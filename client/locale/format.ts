import type { Day, Instant } from '../../server/contract/views.js';
import { chosenLanguage } from '../live/language.js';

const LOCALE = chosenLanguage() === 'en' ? 'en-GB' : 'de-DE';
// Dates in law are calendar days in Berlin, wherever the browser stands.
const ZONE = 'Europe/Berlin';

const money = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'EUR' });
const dayFull = new Intl.DateTimeFormat(LOCALE, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: ZONE });
const dayLong = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE });
const dayHeading = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: ZONE,
});
const time = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });
const counted = new Intl.NumberFormat(LOCALE);
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

/** `12.450,80 €`, with the no-break space of the language's rules. */
export function euro(cent: number): string {
  return money.format(cent / 100);
}

export function count(value: number): string {
  return counted.format(value);
}

/** `24.11.2026` from a calendar day or an instant. */
export function date(value: Day): string {
  return dayFull.format(asDate(value));
}

/** `24. November 2026` */
export function longDate(value: Date): string {
  return dayLong.format(value);
}

/** `Dienstag, 24. November 2026` */
export function dateHeading(value: Day): string {
  return dayHeading.format(asDate(value));
}

/** `09:12` */
export function clockTime(value: Instant | Date): string {
  return time.format(typeof value === 'string' ? asDate(value) : value);
}

/** `24.11.2026, 09:12` */
export function moment(value: Instant): string {
  return `${date(value)}, ${clockTime(value)}`;
}

/** The calendar day in Berlin of an instant. */
export function dayOf(value: Instant | Date): Day {
  return isoDay.format(typeof value === 'string' ? asDate(value) : value);
}

/** Whole calendar days from one day to another; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** `482 kB`, in steps of 1,000 as storage is sold. */
export function byteSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${counted.format(Math.round(bytes / 1_000))} kB`;
  if (bytes < 1_000_000_000) return `${oneDecimal.format(bytes / 1_000_000)} MB`;
  return `${oneDecimal.format(bytes / 1_000_000_000)} GB`;
}

function asDate(value: Day): Date {
  // Noon keeps a calendar day on its day in every time zone of the formatter.
  return new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
}
