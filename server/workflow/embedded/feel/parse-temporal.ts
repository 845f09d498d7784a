import { dayNumber } from './calendar.js';
import { momentIn, type FeelDate, type FeelDateTime, type FeelTime } from './temporal.js';
import { standardOffset } from './zones.js';

const timePattern =
  /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:@([A-Za-z][\w/+-]*)|(Z|[+-]\d{2}:\d{2}(?::\d{2})?))?$/;
const datePattern = /^(-?(?:\d{4}|[1-9]\d{4,8}))-(\d{2})-(\d{2})$/;

/** Java allows no offset beyond 18 hours, and DMN says 14 are enough. */
const FARTHEST_OFFSET = 18 * 3600;

export function parseDate(text: string): FeelDate | null {
  const match = datePattern.exec(text);
  if (match === null || match[1] === '-0000') return null;
  return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function dateOf(year: number, month: number, day: number): FeelDate | null {
  const number = dayNumber({ year, month, day });
  return number === undefined ? null : { kind: 'date', day: number };
}

export function parseTime(text: string): FeelTime | null {
  const clock = parseClock(text);
  if (clock === null) return null;
  const offset = clock.zone === null ? clock.offset : standardOffset(clock.zone);
  return offset === undefined ? null : { kind: 'time', nanos: clock.nanos, offset, zone: clock.zone };
}

/** Reads `2026-11-03T09:00:00+01:00`, `…@Europe/Berlin`, without offset, or a plain day (midnight, local). */
export function parseDateTime(text: string): FeelDateTime | null {
  const [dayText = '', clockText] = text.split('T', 2);
  const date = parseDate(dayText);
  // A zone may hold a T, too (`@Etc/UTC`), so the rest is everything behind the first one.
  const rest = clockText === undefined ? undefined : text.slice(dayText.length + 1);
  if (date === null) return null;
  if (rest === undefined) return { kind: 'date and time', day: date.day, nanos: 0, offset: null, zone: null };
  const clock = parseClock(rest);
  if (clock === null) return null;
  const day = date.day + (clock.endsDay ? 1 : 0);
  if (clock.zone !== null) return momentIn(clock.zone, day, clock.nanos);
  return { kind: 'date and time', day, nanos: clock.nanos, offset: clock.offset, zone: null };
}

interface Clock {
  readonly nanos: number;
  /** `24:00:00` is the midnight at the end of the day. */
  readonly endsDay: boolean;
  readonly offset: number | null;
  readonly zone: string | null;
}

function parseClock(text: string): Clock | null {
  const match = timePattern.exec(text);
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const endsDay = hour === 24;
  const nanos = (((hour % 24) * 60 + minute) * 60 + second) * 1e9 + Number((match[4] ?? '').padEnd(9, '0'));
  if (hour > 24 || minute > 59 || second > 59 || (endsDay && nanos > 0)) return null;
  const [zone, place] = [match[5], match[6]];
  if (zone !== undefined) return { nanos, endsDay, offset: null, zone };
  if (place === undefined) return { nanos, endsDay, offset: null, zone: null };
  const offset = parseOffset(place);
  return offset === null ? null : { nanos, endsDay, offset, zone: null };
}

function parseOffset(text: string): number | null {
  if (text === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  const size = (hours * 60 + minutes) * 60 + seconds;
  if (size > FARTHEST_OFFSET || minutes > 59 || seconds > 59) return null;
  return text.startsWith('-') ? -size || 0 : size;
}
