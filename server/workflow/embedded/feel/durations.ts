import type { Dialect } from './dialect.js';
import type { DaysDuration, FeelDuration, MonthsDuration } from './temporal.js';

/** Nanoseconds. */
export const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
export const DAY_NANOS = 24n * HOUR;

/** The longest duration of Java, and so of Zeebe: 2^63 seconds. */
const LONGEST = 2n ** 63n * SECOND;

// Zeebe reads as Java does: small letters, too, and a sign before each part. The letter of DMN has one sign for all.
const part = (letter: string) => `(?:([+-]?\\d{1,18})${letter})?`;
const seconds = '(?:([+-]?\\d{1,18})(?:\\.(\\d{0,9}))?S)?';
const pattern = new RegExp(`^(-)?P${part('Y')}${part('M')}${part('D')}(?:T${part('H')}${part('M')}${seconds})?$`, 'i');

/**
 * Reads an ISO 8601 duration. FEEL has two kinds that never mix: days and time (a fixed length) and years and months
 * (counted by the calendar). Anything else, also `P1Y2D` and weeks, is null, as on Zeebe.
 */
export function parseDuration(text: string, dialect: Dialect): FeelDuration | null {
  const match = pattern.exec(text);
  if (match === null || /[TP]$/i.test(text) || (dialect === 'dmn' && /[a-z+]|(?!^)-/.test(text))) return null;
  const amount = (index: number) => BigInt(match[index] ?? 0);
  const named = (from: number, to: number) => match.slice(from, to).some((value) => value !== undefined);
  const sign = match[1] === undefined ? 1n : -1n;
  if (named(2, 4)) return named(4, 9) ? null : boundedMonths(Number(sign * (amount(2) * 12n + amount(3))));
  const fraction = BigInt((match[8] ?? '').padEnd(9, '0')) * (match[7]?.startsWith('-') === true ? -1n : 1n);
  const whole = amount(4) * DAY_NANOS + amount(5) * HOUR + amount(6) * MINUTE + amount(7) * SECOND;
  return boundedDays(sign * (whole + fraction));
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

/** What `string(…)` gives. Zeebe shows whole seconds, and nothing as days or years. */
export function formatDuration(duration: FeelDuration, dialect: Dialect): string {
  if (dialect === 'zeebe') {
    if (duration.kind === 'years and months duration') return duration.months === 0 ? 'P0Y' : months(duration.months);
    const shown = duration.nanos - (duration.nanos % SECOND);
    return shown === 0n ? 'P0D' : formatDuration(daysDuration(shown), 'dmn');
  }
  if (duration.kind === 'years and months duration') return months(duration.months);
  return (duration.nanos < 0n ? '-' : '') + days(absolute(duration.nanos));
}

/** `5`, `-0.5`: seconds with their fraction. */
export function secondsText(seconds: bigint, nanos: bigint): string {
  const sign = seconds < 0n || nanos < 0n ? '-' : '';
  const fraction = nanos === 0n ? '' : `.${String(absolute(nanos)).padStart(9, '0').replace(/0+$/, '')}`;
  return `${sign}${absolute(seconds)}${fraction}`;
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
