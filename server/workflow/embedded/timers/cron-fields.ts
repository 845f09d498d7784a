/** A day as the rules of a cron expression see it. */
export interface Day {
  readonly date: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** How many days its month has. */
  readonly last: number;
}

export type DayRule = (day: Day) => boolean;

interface Range {
  readonly low: number;
  readonly high: number;
  /** Names of values, from `low` on. */
  readonly names: readonly string[];
}

const NUMBERS: readonly string[] = [];

export const RANGES = {
  second: { low: 0, high: 59, names: NUMBERS },
  minute: { low: 0, high: 59, names: NUMBERS },
  hour: { low: 0, high: 23, names: NUMBERS },
  day: { low: 1, high: 31, names: NUMBERS },
  month: { low: 1, high: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  // Sunday is 0 and 7.
  weekday: { low: 0, high: 7, names: 'SUN MON TUE WED THU FRI SAT'.split(' ') },
} as const satisfies Record<string, Range>;

/** Reads `*`, `1`, `1-5`, `*` or `1` or `1-5` with a step (`/2`), and lists of them; null where it is something else. */
export function readNumbers(text: string, range: Range): readonly number[] | null {
  const parts = text.split(',').map((part) => readPart(part, range));
  return parts.some((part) => part === null) ? null : ascending(parts.flatMap((part) => part ?? []));
}

function readPart(text: string, range: Range): readonly number[] | null {
  const [, from = '', to, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(text) ?? [];
  const every = Number(step ?? 1);
  if (from === '*') return to === undefined && isStep(every, range) ? stepped(range.low, range.high, every) : null;
  const low = readNumber(from, range);
  const high = to === undefined ? (step === undefined ? low : range.high) : readNumber(to, range);
  if (low === null || high === null || !isStep(every, range)) return null;
  const isWeek = range.names === RANGES.weekday.names;
  // Zeebe counts steps from Monday and fails or goes astray from a Sunday.
  if (isWeek && every > 1 && low % 7 === 0) return null;
  if (low <= high) return stepped(low, high, every);
  // Only a week goes round: Friday to Monday, again without a step.
  return isWeek && every === 1 ? [...stepped(low, 6, 1), ...stepped(0, high, 1)] : null;
}

function readNumber(text: string, { low, high, names }: Range): number | null {
  const named = names.indexOf(text);
  const value = named >= 0 ? named + low : /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= low && value <= high ? value : null;
}

function isStep(step: number, { high }: Range): boolean {
  return step >= 1 && step <= high;
}

function stepped(low: number, high: number, step: number): number[] {
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step);
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}

/** The days on which both fields hold; `?` leaves one of them open. */
export function readDays(date: string, weekday: string): DayRule | null {
  if (date === '?' && weekday === '?') return null;
  const byDate = date === '?' ? always : (specialDate(date) ?? within(readNumbers(date, RANGES.day)));
  const byWeekday = weekday === '?' ? always : (lastWeekday(weekday) ?? anyWeekday(weekday));
  return byDate === null || byWeekday === null ? null : (day) => byDate(day) && byWeekday(day);
}

const always: DayRule = () => true;

function within(dates: readonly number[] | null): DayRule | null {
  return dates === null ? null : ({ date }) => dates.includes(date);
}

/**
 * `L` the last day, `L-3` three before it, `LW` the last working day, `15W` the one nearest to the 15th. Only alone: in a
 * list Zeebe passes over the letters. Not beyond `27W`: where the 28th is the last day it gives a Sunday, after it it fails.
 */
function specialDate(text: string): DayRule | null {
  const fromEnd = /^L(?:-([1-9]\d?))?$/.exec(text);
  if (fromEnd !== null) return ({ date, last }) => date === last - Number(fromEnd[1] ?? 0);
  if (text === 'LW') return (day) => day.date === nearestWorkingDay(day.last, day);
  const near = /^(\d+)W$/.exec(text)?.[1];
  const wanted = near === undefined ? null : readNumber(near, { ...RANGES.day, high: 27 });
  return wanted === null ? null : (day) => day.date === nearestWorkingDay(wanted, day);
}

/** `5L` the last Friday of the month; a lone `L` is Sunday. Only alone, too. */
function lastWeekday(text: string): DayRule | null {
  if (text === 'L') return ({ weekday }) => weekday === 0;
  const name = /^(\w+)L$/.exec(text)?.[1];
  const wanted = name === undefined ? null : readNumber(name, RANGES.weekday);
  return wanted === null ? null : ({ weekday, date, last }) => weekday === wanted % 7 && date + 7 > last;
}

/** A list of `FRI`, `MON-FRI` or `FRI#2`, the second Friday of the month. */
function anyWeekday(text: string): DayRule | null {
  const rules = text.split(',').map(weekdayRule);
  return rules.includes(null) ? null : (day) => rules.some((rule) => rule?.(day));
}

function weekdayRule(part: string): DayRule | null {
  const [, name, count] = /^(\w+)#([1-5])$/.exec(part) ?? [];
  if (name === undefined) {
    const numbers = readNumbers(part, RANGES.weekday)?.map((number) => number % 7);
    return numbers === undefined ? null : ({ weekday }) => numbers.includes(weekday);
  }
  const wanted = readNumber(name, RANGES.weekday);
  const nth = Number(count);
  return wanted === null ? null : ({ weekday, date }) => weekday === wanted % 7 && Math.ceil(date / 7) === nth;
}

/** Saturday gives Friday, Sunday Monday, but never in another month. */
function nearestWorkingDay(date: number, day: Day): number {
  const weekday = (((day.weekday + date - day.date) % 7) + 7) % 7;
  if (weekday === 6) return date === 1 ? 3 : date - 1;
  if (weekday === 0) return date === day.last ? date - 2 : date + 1;
  return date;
}
