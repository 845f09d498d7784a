import { monthsDuration, parseDuration } from '../durations.js';
import { dateOf, parseDate, parseDateTime, parseTime } from '../parse-temporal.js';
import {
  atMidnight,
  dateTimeIn,
  momentIn,
  monthsBetween,
  type FeelDate,
  type FeelDateTime,
  type FeelTime,
} from '../temporal.js';
import { offsetText, toText } from '../text.js';
import { zoneOffset } from '../zones.js';
import { Decimal, finite, isTagged, wholeNumber, type FeelList, type FeelValue } from '../values.js';
import { define, numberIn, type Builtin } from './builtin.js';

/** Dates in law are calendar days in Europe/Berlin, so `today()` and `now()` are what the clock there shows. */
const HOME = 'Europe/Berlin';

export const conversionBuiltins: readonly Builtin[] = [
  define('string(from)', ([value = null], { dialect }) => toText(value, dialect)),
  define('number(from, grouping separator?, decimal separator?)', number),
  define('date(from)|date(year, month, day)', date),
  define('time(from)|time(hour, minute, second, offset?)', time),
  define('date and time(from)|date and time(date, time)', dateAndTime),
  define('duration(from)', ([from = null], { dialect }) => {
    if (typeof from === 'string') return parseDuration(from, dialect);
    return isTagged(from) && from.kind.endsWith('duration') ? from : null;
  }),
  define('years and months duration(from, to)', ([from = null, to = null]) => {
    const [start, end] = [dayOf(from), dayOf(to)];
    return start === null || end === null ? null : monthsDuration(monthsBetween(start, end));
  }),
  define('now()', (_, { now }) => dateTimeIn(HOME, now.getTime())),
  define('today()', (_, { now }) => dayOf(dateTimeIn(HOME, now.getTime()))),
];

// DMN 1.3, table 68: the separators may be a space, a comma or a point, and the second another than the first.
export function number([from = null, grouping = null, point = null]: FeelList): FeelValue {
  if (typeof from !== 'string') return null;
  if (grouping !== null && grouping !== ' ' && grouping !== ',' && grouping !== '.') return null;
  if (point !== null && ((point !== ',' && point !== '.') || point === grouping)) return null;
  let text = grouping === null ? from : from.replaceAll(grouping, '');
  if (point === ',') text = text.includes('.') ? '' : text.replace(',', '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$/.test(text) ? finite(new Decimal(text)) : null;
}

function date([from = null, month, day]: FeelList): FeelValue {
  if (month === undefined) return typeof from === 'string' ? parseDate(from) : dayOf(from);
  const [year, monthNumber, dayNumber] = [wholeNumber(from), wholeNumber(month), wholeNumber(day)];
  if (year === undefined || monthNumber === undefined || dayNumber === undefined) return null;
  return dateOf(year, monthNumber, dayNumber);
}

function time([from = null, minute, second, offset]: FeelList): FeelValue {
  if (minute === undefined) {
    if (typeof from === 'string') return parseTime(from);
    return timeOf(from);
  }
  const [hours, minutes, seconds] = [wholeNumber(from), wholeNumber(minute), numberIn(second)];
  const place = offset === undefined || offset === null ? null : secondsOf(offset);
  if (hours === undefined || minutes === undefined || seconds === null || place === undefined) return null;
  if (seconds.isNegative() || hours < 0 || minutes < 0) return null;
  const two = (part: number | string) => String(part).padStart(2, '0');
  const [whole = '', fraction = ''] = seconds.toFixed().split('.');
  const digits = fraction === '' ? '' : `.${fraction.slice(0, 9)}`;
  return parseTime(`${two(hours)}:${two(minutes)}:${two(whole)}${digits}${offsetText(place)}`);
}

function secondsOf(value: FeelValue): number | undefined {
  return isTagged(value) && value.kind === 'days and time duration' ? Number(value.nanos / 1_000_000_000n) : undefined;
}

function dateAndTime([from = null, clock]: FeelList): FeelValue {
  if (clock === undefined) return typeof from === 'string' ? parseDateTime(from) : momentOf(from);
  const day = dayOf(from);
  if (typeof clock === 'string') return inZone(from, clock);
  const time = isTagged(clock) && clock.kind === 'time' ? clock : null;
  if (day === null || time === null) return null;
  const { nanos, zone, offset } = time;
  return zone === null ? { kind: 'date and time', day: day.day, nanos, offset, zone } : momentIn(zone, day.day, nanos);
}

// `date and time(moment, "Europe/Berlin")`: the same moment on the clocks of a zone, an addition of Zeebe.
function inZone(value: FeelValue, zone: string): FeelValue {
  const moment = isTagged(value) && value.kind === 'date and time' ? value : null;
  if (moment === null || moment.offset === null || zoneOffset(zone, 0) === undefined) return null;
  const instant = moment.day * 86_400_000 + Math.floor(moment.nanos / 1e6) - moment.offset * 1000;
  const shown = dateTimeIn(zone, instant);
  return { ...shown, nanos: shown.nanos + (moment.nanos % 1e6) };
}

export function dayOf(value: FeelValue): FeelDate | null {
  if (!isTagged(value)) return null;
  if (value.kind === 'date') return value;
  return value.kind === 'date and time' ? { kind: 'date', day: value.day } : null;
}

function momentOf(value: FeelValue): FeelDateTime | null {
  if (!isTagged(value)) return null;
  if (value.kind === 'date') return atMidnight(value);
  return value.kind === 'date and time' ? value : null;
}

function timeOf(value: FeelValue): FeelTime | null {
  if (!isTagged(value)) return null;
  if (value.kind === 'time') return value;
  if (value.kind === 'date') return { kind: 'time', nanos: 0, offset: 0, zone: null };
  if (value.kind !== 'date and time') return null;
  return { kind: 'time', nanos: value.nanos, offset: value.offset, zone: value.zone };
}
