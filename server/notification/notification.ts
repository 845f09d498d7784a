import { dayAfter } from '../contract/days.js';
import {
  CHANNELS,
  type Channel,
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationRules,
  type QuietHours,
  type Weekday,
} from '../contract/notification-views.js';
import type { Day, Id } from '../contract/views.js';

/** A moment on the clock of the office: its calendar day, and minutes since midnight. */
export interface OfficeTime {
  readonly day: Day;
  readonly minute: number;
}

/** 07:30, before the office opens. */
const DIGEST_MINUTE = 7 * 60 + 30;
const DAY_MINUTES = 24 * 60;

/** Nobody is disturbed by the system of their machine who has not asked for it; nobody misses what they have not switched off. */
export const FIRST_RULES: NotificationRules = {
  kinds: Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, 'app'])) as Record<NotificationKind, Channel>,
  filters: [],
  quiet: null,
};

/**
 * How something is told: as the kept filters say that it fits, the loudest first, else as its kind says.
 * @param fitting kept filters that the Aufgabe fits
 */
export function channelOf(rules: NotificationRules, kind: NotificationKind, fitting: ReadonlySet<Id>): Channel {
  const own = rules.filters.filter(({ id }) => fitting.has(id)).map(({ channel }) => CHANNELS.indexOf(channel));
  return CHANNELS[Math.max(...own)] ?? rules.kinds[kind];
}

/** Whether something that is told by digest still waits for the next 07:30. */
export function waitsForDigest(told: OfficeTime, now: OfficeTime): boolean {
  const digestDay = told.minute < DIGEST_MINUTE ? told.day : dayAfter(told.day, 1);
  return now.day < digestDay || (now.day === digestDay && now.minute < DIGEST_MINUTE);
}

/** Whether it is one of the quiet hours now. Those over midnight belong to the day on which they begin. */
export function isQuiet(quiet: QuietHours | null, now: OfficeTime): boolean {
  if (!quiet) return false;
  const [from, until] = [minuteOf(quiet.from), minuteOf(quiet.until)];
  const beginsOn = (day: Day) => quiet.days.includes(weekdayOf(day));
  if (from < until) return beginsOn(now.day) && now.minute >= from && now.minute < until;
  return (beginsOn(now.day) && now.minute >= from) || (beginsOn(dayAfter(now.day, -1)) && now.minute < until);
}

/**
 * Seconds until quiet hours begin or end, or a digest comes, whatever comes first. At most an hour: by then the day, a
 * Vertretung or the clock of the demo may be another one.
 */
export function secondsUntilChange({ quiet }: NotificationRules, { minute }: OfficeTime): number {
  const changes = [DIGEST_MINUTE, ...(quiet ? [minuteOf(quiet.from), minuteOf(quiet.until)] : [])];
  const waits = changes.map((change) => ((change - minute + DAY_MINUTES - 1) % DAY_MINUTES) + 1);
  return Math.min(60, ...waits) * 60;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function weekdayOf(day: Day): Weekday {
  return (new Date(day).getUTCDay() || 7) as Weekday;
}
