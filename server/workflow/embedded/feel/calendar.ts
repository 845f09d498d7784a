/** Milliseconds of one day. FEEL knows no leap seconds. */
export const DAY = 86_400_000;

/** The years of FEEL (XML Schema as Java reads it). */
const LARGEST_YEAR = 999_999_999;

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Number of the day counted from 1970-01-01 in the proleptic Gregorian calendar; undefined if there is no such day. */
export function dayNumber({ year, month, day }: CivilDay): number | undefined {
  if (Math.abs(year) > LARGEST_YEAR || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
    return undefined;
  }
  // Years are counted from March, so that the day of the leap is the last one, in eras of 400 years.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - DAYS_BEFORE_1970;
}

export function civilDay(number: number): CivilDay {
  const shifted = number + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

const DAYS_OF_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Adds calendar months; the 31st becomes the last day of a shorter month. NaN beyond the last year of the calendar. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civilDay(number);
  const total = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 };
  const last = lengthOfMonth(target.year, target.month);
  return dayNumber({ ...target, day: Math.min(day, last) }) ?? Number.NaN;
}

/** ISO weekday, Monday = 1. */
export function weekday(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function dayOfYear(number: number): number {
  return number - (dayNumber({ year: civilDay(number).year, month: 1, day: 1 }) ?? number) + 1;
}

/** ISO 8601: the week belongs to the year of its Thursday. */
export function weekOfYear(number: number): number {
  return Math.ceil(dayOfYear(number + 4 - weekday(number)) / 7);
}
