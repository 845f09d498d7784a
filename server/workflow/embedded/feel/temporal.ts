import { addMonths, civilDay, DAY, dayNumber, zoneOffset } from './calendar.js';

/** A calendar day, counted from 1970-01-01. */
export interface FeelDate {
  readonly kind: 'date';
  readonly day: number;
}

/** A time of day in milliseconds since midnight; `offset` from UTC in milliseconds, null where it is local. */
export interface FeelTime {
  readonly kind: 'time';
  readonly millis: number;
  readonly offset: number | null;
}

/** `local` is what the clock on the wall shows, in milliseconds since 1970-01-01 00:00 there. */
export interface FeelDateTime {
  readonly kind: 'date and time';
  readonly local: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

export interface DaysDuration {
  readonly kind: 'days and time duration';
  readonly millis: number;
}

export interface MonthsDuration {
  readonly kind: 'years and months duration';
  readonly months: number;
}

export type FeelDuration = DaysDuration | MonthsDuration;
export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | FeelDuration;

const timePattern = /^(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:@([\w/+-]+)|(Z|[+-]\d{2}:\d{2}))?$/;
const datePattern = /^(-?\d{4,6})-(\d{2})-(\d{2})$/;

export function parseDate(text: string): FeelDate | null {
  const match = datePattern.exec(text);
  if (match === null) return null;
  return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function dateOf(year: number, month: number, day: number): FeelDate | null {
  const number = dayNumber({ year, month, day });
  return number === undefined ? null : { kind: 'date', day: number };
}

export function parseTime(text: string): FeelTime | null {
  const clock = parseClock(text);
  if (clock === null || clock.zone !== null) return null; // a zone without a day has no offset
  return { kind: 'time', millis: clock.millis, offset: clock.offset };
}

/** Reads `2026-11-03T09:00:00+01:00`, `…@Europe/Berlin`, without offset, or a plain day (midnight, local). */
export function parseDateTime(text: string): FeelDateTime | null {
  const [dayText = '', clockText] = text.split('T', 2);
  const date = parseDate(dayText);
  if (date === null || text.split('T').length > 2) return null;
  if (clockText === undefined) return { kind: 'date and time', local: date.day * DAY, offset: null, zone: null };
  const clock = parseClock(clockText);
  if (clock === null) return null;
  const local = date.day * DAY + clock.millis;
  if (clock.zone === null) return { kind: 'date and time', local, offset: clock.offset, zone: null };
  const offset = offsetOfLocal(clock.zone, local);
  return offset === undefined ? null : { kind: 'date and time', local, offset, zone: clock.zone };
}

/** An instant as FEEL shows it in a time zone. */
export function dateTimeIn(zone: string, instant: number): FeelDateTime {
  const offset = zoneOffset(zone, instant) ?? 0;
  return { kind: 'date and time', local: instant + offset, offset, zone };
}

/** Milliseconds since 1970 UTC. A local time counts as UTC, as in the reference engine without a zone. */
export function instantOf(value: FeelDateTime): number {
  return value.local - (value.offset ?? 0);
}

export function addDuration(value: FeelDateTime, duration: FeelDuration): FeelDateTime {
  if (duration.kind === 'days and time duration') {
    if (value.zone !== null) return dateTimeIn(value.zone, instantOf(value) + duration.millis);
    return { ...value, local: value.local + duration.millis };
  }
  const day = Math.floor(value.local / DAY);
  const local = addMonths(day, duration.months) * DAY + (value.local - day * DAY);
  const offset = value.zone === null ? value.offset : (offsetOfLocal(value.zone, local) ?? value.offset);
  return { ...value, local, offset };
}

export function addToDate(value: FeelDate, duration: FeelDuration): FeelDate {
  if (duration.kind === 'years and months duration') {
    return { kind: 'date', day: addMonths(value.day, duration.months) };
  }
  return { kind: 'date', day: Math.floor((value.day * DAY + duration.millis) / DAY) };
}

/** Whole months from one day to another, negative if the second is earlier. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  if (to.day < from.day) return -monthsBetween(to, from) || 0;
  const [start, end] = [civilDay(from.day), civilDay(to.day)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day < start.day ? months - 1 : months;
}

interface Clock {
  readonly millis: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

function parseClock(text: string): Clock | null {
  const match = timePattern.exec(text);
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const millis = ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(Number(`0${match[4] ?? ''}`) * 1000);
  const zone = match[5];
  const place = match[6];
  if (zone !== undefined) return { millis, offset: null, zone };
  if (place === undefined) return { millis, offset: null, zone: null };
  if (place === 'Z') return { millis, offset: 0, zone: null };
  const size = (Number(place.slice(1, 3)) * 60 + Number(place.slice(4, 6))) * 60_000;
  return size > 18 * 3_600_000 ? null : { millis, offset: place.startsWith('-') ? -size : size, zone: null };
}

// The offset belongs to the instant, which is known only with the offset: two steps settle it outside the hour
// that a clock change skips, and inside that hour they give the later reading.
function offsetOfLocal(zone: string, local: number): number | undefined {
  const first = zoneOffset(zone, local);
  return first === undefined ? undefined : zoneOffset(zone, local - first);
}
