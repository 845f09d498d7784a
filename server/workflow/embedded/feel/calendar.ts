/** Milliseconds of one day. FEEL knows no leap seconds. */
export const DAY = 86_400_000;

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Number of the day counted from 1970-01-01 in the proleptic Gregorian calendar; undefined if there is no such day. */
export function dayNumber({ year, month, day }: CivilDay): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read the years 0 to 99 as 1900 to 1999
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.floor(date.getTime() / DAY) : undefined;
}

export function civilDay(number: number): CivilDay {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civilDay(number);
  const total = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 };
  for (let last = day; last > 0; last--) {
    const found = dayNumber({ ...target, day: last });
    if (found !== undefined) return found;
  }
  throw new RangeError(`No day in ${target.year}-${target.month}`);
}

/** ISO weekday, Monday = 1. */
export function weekday(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Offset of a time zone from UTC in milliseconds at an instant; undefined for an unknown zone. */
export function zoneOffset(zone: string, instant: number): number | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const parts = format.formatToParts(instant);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}

// Building a formatter costs about 50 µs and an unknown zone throws: both are remembered.
function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) {
    let format: Intl.DateTimeFormat | undefined;
    try {
      format = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = undefined;
    }
    // The text comes from data, so the memory must not grow with it: there are about 600 zone names.
    if (formats.size > 1000) formats.clear();
    formats.set(zone, format);
  }
  return formats.get(zone);
}
