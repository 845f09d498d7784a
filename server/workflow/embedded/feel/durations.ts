import type { DaysDuration, FeelDuration, MonthsDuration } from './temporal.js';

/** Nanoseconds. */
export const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
export const DAY_NANOS = 24n * HOUR;

/** The longest duration of Java, and so of Zeebe: 2^63 seconds. */
const LONGEST = 2n ** 63n * SECOND;

const pattern =
  /^(-)?P(?:(\d{1,18})Y)?(?:(\d{1,18})M)?(?:(\d{1,18})W)?(?:(\d{1,18})D)?(?:T(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{1,18})(?:\.(\d{0,9}))?S)?)?$/;

/**
 * Reads an ISO 8601 duration. FEEL has two kinds that never mix: days and time (a fixed length) and years and months
 * (counted by the calendar). Anything else, also `P1Y2D` and weeks, is null, as on Zeebe.
 */
export function parseDuration(text: string): FeelDuration | null {
  const parts = exactParts(text);
  if (parts === null || text.includes('W') || (parts.months !== null && parts.nanos !== null)) return null;
  return parts.months !== null ? monthsDuration(parts.months) : daysDuration(parts.nanos ?? 0n);
}

export interface DurationParts {
  readonly months: number | null;
  readonly millis: number | null;
}

/** Like `parseDuration`, but a timer may mix both kinds, `P1M2DT3H`, and count in weeks. A part that is not named is null. */
export function durationParts(text: string): DurationParts | null {
  const parts = exactParts(text);
  if (parts === null) return null;
  return { months: parts.months, millis: parts.nanos === null ? null : Number(parts.nanos / 1_000_000n) };
}

export function daysDuration(nanos: bigint): DaysDuration {
  return { kind: 'days and time duration', nanos };
}

export function monthsDuration(months: number): MonthsDuration {
  return { kind: 'years and months duration', months };
}

/** A result of arithmetic, or null where it is longer than any duration that can be written. */
export function boundedDays(nanos: bigint): DaysDuration | null {
  return absolute(nanos) > LONGEST ? null : daysDuration(nanos);
}

export function boundedMonths(months: number): MonthsDuration | null {
  return Number.isSafeInteger(months) ? monthsDuration(months || 0) : null;
}

export interface ClockParts {
  readonly days: bigint;
  readonly hours: bigint;
  readonly minutes: bigint;
  readonly seconds: bigint;
  readonly nanos: bigint;
}

/** Days, hours, minutes and seconds of a duration, each with its sign. */
export function clockParts(nanos: bigint): ClockParts {
  return {
    days: nanos / DAY_NANOS,
    hours: (nanos / HOUR) % 24n,
    minutes: (nanos / MINUTE) % 60n,
    seconds: (nanos / SECOND) % 60n,
    nanos: nanos % SECOND,
  };
}

export function formatDuration(duration: FeelDuration): string {
  if (duration.kind === 'years and months duration') return months(duration.months);
  return (duration.nanos < 0n ? '-' : '') + days(absolute(duration.nanos));
}

/** `5`, `-0.5`: seconds with their fraction. */
export function secondsText(seconds: bigint, nanos: bigint): string {
  const sign = seconds < 0n || nanos < 0n ? '-' : '';
  const fraction = nanos === 0n ? '' : `.${String(absolute(nanos)).padStart(9, '0').replace(/0+$/, '')}`;
  return `${sign}${absolute(seconds)}${fraction}`;
}

function exactParts(text: string): { months: number | null; nanos: bigint | null } | null {
  const match = pattern.exec(text);
  if (match === null || text.endsWith('T') || text.endsWith('P')) return null;
  const part = (index: number) => BigInt(match[index] ?? 0);
  const named = (from: number, to: number) => match.slice(from, to).some((value) => value !== undefined);
  const sign = match[1] === undefined ? 1n : -1n;
  const nanos =
    (part(4) * 7n + part(5)) * DAY_NANOS +
    part(6) * HOUR +
    part(7) * MINUTE +
    part(8) * SECOND +
    BigInt((match[9] ?? '').padEnd(9, '0'));
  const monthCount = part(2) * 12n + part(3);
  if (nanos > LONGEST || monthCount > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return {
    months: named(2, 4) ? Number(sign * monthCount) : null,
    nanos: named(4, 9) ? sign * nanos : null,
  };
}

function months(amount: number): string {
  const size = Math.abs(amount);
  const text = (size >= 12 ? `${Math.floor(size / 12)}Y` : '') + (size % 12 === 0 ? '' : `${size % 12}M`);
  return `${amount < 0 ? '-' : ''}P${text === '' ? '0M' : text}`;
}

function days(size: bigint): string {
  const parts = clockParts(size);
  const unit = (amount: bigint, letter: string) => (amount === 0n ? '' : `${amount}${letter}`);
  const seconds = parts.seconds === 0n && parts.nanos === 0n ? '' : `${secondsText(parts.seconds, parts.nanos)}S`;
  const time = `${unit(parts.hours, 'H')}${unit(parts.minutes, 'M')}${seconds}`;
  const day = unit(parts.days, 'D');
  if (time === '') return day === '' ? 'PT0S' : `P${day}`;
  return `P${day}T${time}`;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
