import { DAY } from './calendar.js';
import type { DaysDuration, FeelDuration, MonthsDuration } from './temporal.js';

const pattern =
  /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,9})?)S)?)?$/;

/**
 * Reads an ISO 8601 duration. FEEL has two kinds that never mix: days and time (a fixed length) and years and months
 * (counted by the calendar). Anything else, also `P1Y2D` and weeks, is null, as on Zeebe.
 */
export function parseDuration(text: string): FeelDuration | null {
  const parts = durationParts(text);
  if (parts === null || text.includes('W') || (parts.months !== null && parts.millis !== null)) return null;
  return parts.months !== null ? monthsDuration(parts.months) : daysDuration(parts.millis ?? 0);
}

export interface DurationParts {
  readonly months: number | null;
  readonly millis: number | null;
}

/** Like `parseDuration`, but a timer may mix both kinds, `P1M2DT3H`, and count in weeks. A part that is not named is null. */
export function durationParts(text: string): DurationParts | null {
  const match = pattern.exec(text);
  if (match === null || text.endsWith('T') || text.endsWith('P')) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0));
  const sign = match[1] === undefined ? 1 : -1;
  const named = (from: number, to: number) => match.slice(from, to).some((part) => part !== undefined);
  const whole = (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 3_600_000 + (minutes ?? 0) * 60_000;
  const millis = sign * (whole + Math.floor((seconds ?? 0) * 1000)) || 0;
  const monthCount = sign * ((years ?? 0) * 12 + (months ?? 0)) || 0;
  // Beyond 2^53 milliseconds (285,000 years) arithmetic would silently lose digits.
  if (!Number.isSafeInteger(millis) || !Number.isSafeInteger(monthCount)) return null;
  return { months: named(2, 4) ? monthCount : null, millis: named(4, 9) ? millis : null };
}

export function daysDuration(millis: number): DaysDuration {
  return { kind: 'days and time duration', millis };
}

export function monthsDuration(months: number): MonthsDuration {
  return { kind: 'years and months duration', months };
}

export function formatDuration(duration: FeelDuration): string {
  const amount = duration.kind === 'years and months duration' ? duration.months : duration.millis;
  const sign = amount < 0 ? '-' : '';
  return sign + (duration.kind === 'years and months duration' ? months(Math.abs(amount)) : days(Math.abs(amount)));
}

function months(amount: number): string {
  const text = `${unit(Math.floor(amount / 12), 'Y')}${unit(amount % 12, 'M')}`;
  return `P${text === '' ? '0M' : text}`;
}

function days(millis: number): string {
  const time = `${unit(Math.floor(millis / 3_600_000) % 24, 'H')}${unit(Math.floor(millis / 60_000) % 60, 'M')}${unit((millis % 60_000) / 1000, 'S')}`;
  const day = unit(Math.floor(millis / DAY), 'D');
  if (time === '') return day === '' ? 'PT0S' : `P${day}`;
  return `P${day}T${time}`;
}

function unit(amount: number, letter: string): string {
  return amount === 0 ? '' : `${amount}${letter}`;
}
