import { DAY } from '../calendar.js';
import { monthsDuration, parseDuration } from '../durations.js';
import {
  dateOf,
  dateTimeIn,
  monthsBetween,
  parseDate,
  parseDateTime,
  parseTime,
  type FeelDate,
  type FeelDateTime,
  type FeelTime,
} from '../temporal.js';
import { toText } from '../text.js';
import { Decimal, finite, isContext, isList, isNumber, wholeNumber, type FeelList, type FeelValue } from '../values.js';
import { define, type Builtin } from './builtin.js';

/** Dates in law are calendar days in Europe/Berlin, so `today()` and `now()` are what the clock there shows. */
const HOME = 'Europe/Berlin';

export const conversionBuiltins: readonly Builtin[] = [
  define('string(from)', ([value = null]) => toText(value)),
  define('number(from, grouping separator?, decimal separator?)', number),
  define('date(from, month?, day?)', date),
  define('time(from, minute?, second?)', time),
  define('date and time(from, time?)', dateAndTime),
  define('duration(from)', ([value]) => (typeof value === 'string' ? parseDuration(value) : null)),
  define('years and months duration(from, to)', ([from = null, to = null]) => {
    const [start, end] = [dayOf(from), dayOf(to)];
    return start === null || end === null ? null : monthsDuration(monthsBetween(start, end));
  }),
  define('now()', (_, { now }) => dateTimeIn(HOME, now.getTime())),
  define('today()', (_, { now }) => dayOf(dateTimeIn(HOME, now.getTime()))),
];

function number([from, grouping = null, point = null]: FeelList): FeelValue {
  if (from !== undefined && from !== null && isNumber(from)) return from;
  if (typeof from !== 'string') return null;
  let text = from;
  if (typeof grouping === 'string') text = text.replaceAll(grouping, '');
  if (typeof point === 'string') text = text.replace(point, '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$/.test(text) ? finite(new Decimal(text)) : null;
}

function date([from = null, month, day]: FeelList): FeelValue {
  if (typeof from === 'string' && month === undefined) return parseDate(from) ?? dayOf(parseDateTime(from));
  const [year, monthNumber, dayNumber] = [wholeNumber(from), wholeNumber(month), wholeNumber(day)];
  if (year === undefined || monthNumber === undefined || dayNumber === undefined) return dayOf(from);
  return dateOf(year, monthNumber, dayNumber);
}

function time([from = null, minute, second]: FeelList): FeelValue {
  if (typeof from === 'string') return parseTime(from);
  const moment = dateTimeOf(from);
  if (moment !== null)
    return { kind: 'time', millis: moment.local - Math.floor(moment.local / DAY) * DAY, offset: moment.offset };
  const [hours, minutes, seconds] = [wholeNumber(from), wholeNumber(minute), wholeNumber(second)];
  if (hours === undefined || minutes === undefined || seconds === undefined) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return parseTime(`${two(hours)}:${two(minutes)}:${two(seconds)}`);
}

function dateAndTime([from = null, clock]: FeelList): FeelValue {
  if (typeof from === 'string') return clock === undefined ? parseDateTime(from) : null;
  if (clock === undefined) return dateTimeOf(from);
  const [day, timeOfDay] = [dayOf(from), timeOf(clock)];
  if (day === null || timeOfDay === null) return null;
  return { kind: 'date and time', local: day.day * DAY + timeOfDay.millis, offset: timeOfDay.offset, zone: null };
}

function dayOf(value: FeelValue): FeelDate | null {
  if (!isTagged(value)) return null;
  if (value.kind === 'date') return value;
  return value.kind === 'date and time' ? { kind: 'date', day: Math.floor(value.local / DAY) } : null;
}

function dateTimeOf(value: FeelValue): FeelDateTime | null {
  if (!isTagged(value)) return null;
  if (value.kind === 'date') return { kind: 'date and time', local: value.day * DAY, offset: null, zone: null };
  return value.kind === 'date and time' ? value : null;
}

function timeOf(value: FeelValue): FeelTime | null {
  return isTagged(value) && value.kind === 'time' ? value : null;
}

type Tagged = Extract<FeelValue, { kind: string }>;

function isTagged(value: FeelValue): value is Tagged {
  return typeof value === 'object' && value !== null && !isNumber(value) && !isList(value) && !isContext(value);
}
