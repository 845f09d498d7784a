import { addMonths, civilDay } from './calendar.js';
import { boundedDays, DAY_NANOS, SECOND } from './durations.js';
import { offsetOfLocal, zoneOffset } from './zones.js';

/** A calendar day, counted from 1970-01-01. */
export interface FeelDate {
  readonly kind: 'date';
  readonly day: number;
}

/** A time of day in nanoseconds since midnight; `offset` from UTC in seconds, null where it is local. */
export interface FeelTime {
  readonly kind: 'time';
  readonly nanos: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

/** What the clock on the wall shows: the day there, and nanoseconds since midnight; `offset` as for a time. */
export interface FeelDateTime {
  readonly kind: 'date and time';
  readonly day: number;
  readonly nanos: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

export interface DaysDuration {
  readonly kind: 'days and time duration';
  readonly nanos: bigint;
}

export interface MonthsDuration {
  readonly kind: 'years and months duration';
  readonly months: number;
}

export type FeelDuration = DaysDuration | MonthsDuration;
export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | FeelDuration;

/** Nanoseconds of a day, as a number: exact, since a day has less than 2^53. */
export const DAY_LENGTH = Number(DAY_NANOS);

/** An instant, in milliseconds since 1970 UTC, as FEEL shows it in a time zone. */
export function dateTimeIn(zone: string, instant: number): FeelDateTime {
  return inZone(zone, BigInt(instant) * 1_000_000n);
}

/** What a clock in a zone shows on a day; null for an unknown zone. */
export function momentIn(zone: string, day: number, nanos: number): FeelDateTime | null {
  const offset = offsetOfLocal(zone, day * 86_400_000 + Math.floor(nanos / 1e6));
  if (offset === undefined) return null;
  return inZone(zone, exactInstant({ kind: 'date and time', day, nanos, offset, zone }));
}

/** Milliseconds since 1970 UTC. A local time counts as UTC, as in the reference engine without a zone. */
export function instantOf(value: FeelDateTime): number {
  return Number(exactInstant(value) / 1_000_000n);
}

/** Nanoseconds since 1970 UTC. */
export function exactInstant({ day, nanos, offset }: FeelDateTime): bigint {
  return BigInt(day) * DAY_NANOS + BigInt(nanos) - BigInt(offset ?? 0) * SECOND;
}

/** The moment that lies a duration after another; null beyond the last year of the calendar. */
export function addDuration(value: FeelDateTime, duration: FeelDuration): FeelDateTime | null {
  if (duration.kind === 'years and months duration') return movedTo(value, addMonths(value.day, duration.months));
  if (value.zone !== null) return existing(inZone(value.zone, exactInstant(value) + duration.nanos));
  return existing({ ...value, ...split(BigInt(value.day) * DAY_NANOS + BigInt(value.nanos) + duration.nanos) });
}

export function addToDate(value: FeelDate, duration: FeelDuration): FeelDate | null {
  const day =
    duration.kind === 'years and months duration'
      ? addMonths(value.day, duration.months)
      : split(BigInt(value.day) * DAY_NANOS + duration.nanos).day;
  return exists(day) ? { kind: 'date', day } : null;
}

export function addToTime(value: FeelTime, duration: DaysDuration): FeelTime {
  return { ...value, nanos: split(BigInt(value.nanos) + duration.nanos).nanos };
}

/** What lies between two moments; null where only one of them has an offset, since then nobody knows. */
export function distanceOf(left: FeelDateTime, right: FeelDateTime): DaysDuration | null {
  if ((left.offset === null) !== (right.offset === null)) return null;
  return boundedDays(exactInstant(left) - exactInstant(right));
}

/** Whole months from one day to another, negative if the second is earlier. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  if (to.day < from.day) return -monthsBetween(to, from) || 0;
  const [start, end] = [civilDay(from.day), civilDay(to.day)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day < start.day ? months - 1 : months;
}

export function atMidnight({ day }: FeelDate): FeelDateTime {
  return { kind: 'date and time', day, nanos: 0, offset: null, zone: null };
}

function inZone(zone: string, instant: bigint): FeelDateTime {
  const offset = zoneOffset(zone, Number(instant / 1_000_000n)) ?? 0;
  return { kind: 'date and time', ...split(instant + BigInt(offset) * SECOND), offset, zone };
}

// The clock shows the same; what belongs to it may change with the season.
function movedTo(value: FeelDateTime, day: number): FeelDateTime | null {
  if (!exists(day)) return null;
  return value.zone === null ? { ...value, day } : momentIn(value.zone, day, value.nanos);
}

function split(total: bigint): { day: number; nanos: number } {
  const rest = total % DAY_NANOS;
  const nanos = rest < 0n ? rest + DAY_NANOS : rest;
  return { day: Number((total - nanos) / DAY_NANOS), nanos: Number(nanos) };
}

function existing(value: FeelDateTime): FeelDateTime | null {
  return exists(value.day) ? value : null;
}

function exists(day: number): boolean {
  return Math.abs(civilDay(day).year) <= 999_999_999;
}
