import { civilDay, dayNumber, dayOfYear, weekday, weekOfYear } from '../calendar.js';
import { Decimal, type FeelValue } from '../values.js';
import { define, type Builtin } from './builtin.js';
import { dayOf } from './conversions.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** What the calendar says of a day. The names are English, since the language gives them so. */
export const calendarBuiltins: readonly Builtin[] = [
  define(
    'day of year(date)',
    onDay((day) => new Decimal(dayOfYear(day))),
  ),
  define(
    'day of week(date)',
    onDay((day) => weekdays[weekday(day) - 1] ?? null),
  ),
  define(
    'month of year(date)',
    onDay((day) => months[civilDay(day).month - 1] ?? null),
  ),
  define(
    'week of year(date)',
    onDay((day) => new Decimal(weekOfYear(day))),
  ),
  define(
    'last day of month(date)',
    onDay((day) => ({ kind: 'date', day: lastDay(day) })),
  ),
];

function onDay(work: (day: number) => FeelValue): Builtin['apply'] {
  return ([value = null]) => {
    const date = dayOf(value);
    return date === null ? null : work(date.day);
  };
}

function lastDay(number: number): number {
  const { year, month } = civilDay(number);
  const next = dayNumber(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 });
  return (next ?? number + 1) - 1;
}
