import { readDays, readNumbers, RANGES, type DayRule } from './cron-fields.js';

/**
 * A cron expression in the notation of Spring 5.3, as Zeebe reads it: second, minute, hour, day of the month, month and day
 * of the week, all of which must hold, in UTC.
 */
export interface Cron {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly days: DayRule;
}

const DAY_MS = 86_400_000;

/** The rarest possible date, a Monday that is a 29 February before and after 2100, comes within 40 years. */
const FARTHEST_DAYS = 41 * 366;

const NICKNAMES: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};

/**
 * Reads a cron expression; null where it is none, where it never comes (30 February), and where the reader that Zeebe 8.5.8
 * carries gives other dates than the expression says (`test/conformance/cron`): both engines must agree on every date.
 */
export function parseCron(text: string): Cron | null {
  const fields = (NICKNAMES[text] ?? text).toUpperCase().trim().split(/\s+/);
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 6) return null;
  const [seconds, minutes, hours] = [
    readNumbers(second, RANGES.second),
    readNumbers(minute, RANGES.minute),
    readNumbers(hour, RANGES.hour),
  ];
  const [months, days] = [readNumbers(month, RANGES.month), readDays(day, weekday)];
  if (seconds === null || minutes === null || hours === null || months === null || days === null) return null;
  const cron = { seconds, minutes, hours, months: new Set(months), days };
  return nextDate(cron, new Date(0)) === null ? null : cron;
}

/** The first date after an instant; null where there is none. */
export function nextDate(cron: Cron, instant: Date): Date | null {
  // A date has whole seconds, and must lie after the instant.
  const earliest = (Math.floor(instant.getTime() / 1000) + 1) * 1000;
  const today = Math.floor(earliest / DAY_MS);
  for (let day = today; day < today + FARTHEST_DAYS; day++) {
    if (!isDay(cron, new Date(day * DAY_MS))) continue;
    const time = firstTime(cron, day === today ? (earliest - day * DAY_MS) / 1000 : 0);
    if (time !== null) return new Date(day * DAY_MS + time * 1000);
  }
  return null;
}

function isDay({ months, days }: Cron, midnight: Date): boolean {
  const [year, month] = [midnight.getUTCFullYear(), midnight.getUTCMonth()];
  if (!months.has(month + 1)) return false;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return days({ date: midnight.getUTCDate(), weekday: midnight.getUTCDay(), last });
}

/** The first second of a day that is no earlier than another one; null where the day has none left. */
function firstTime({ hours, minutes, seconds }: Cron, from: number): number | null {
  for (const hour of hours) {
    if (hour * 3600 + 3599 < from) continue;
    for (const minute of minutes) {
      const start = hour * 3600 + minute * 60;
      if (start + 59 < from) continue;
      const second = seconds.find((one) => start + one >= from);
      if (second !== undefined) return start + second;
    }
  }
  return null;
}
