import { addMonths, DAY } from './feel/calendar.js';
import { durationParts } from './feel/durations.js';

/** `R3/PT1H`: how often a timer fires again, and after which time. `remaining` null: for ever. */
export interface Cycle {
  readonly remaining: number | null;
  readonly interval: string;
}

/** Reads a repeating interval; null where it is none. Cron expressions are not read. */
export function parseCycle(text: string): Cycle | null {
  const match = /^R(\d{1,6})?\/(P[\dYMWDTHS.]+)$/.exec(text);
  const interval = match?.[2];
  if (match === null || interval === undefined || durationParts(interval) === null) return null;
  return { remaining: match[1] === undefined ? null : Number(match[1]), interval };
}

/** The instant that lies an ISO duration after another. Months and years go by the calendar (UTC), the rest is fixed. */
export function after(start: Date, duration: string): Date | null {
  const parts = durationParts(duration);
  if (parts === null) return null;
  const day = Math.floor(start.getTime() / DAY);
  const ofDay = start.getTime() - day * DAY;
  const due = new Date(addMonths(day, parts.months ?? 0) * DAY + ofDay + (parts.millis ?? 0));
  return Number.isNaN(due.getTime()) ? null : due;
}

/** What is left of a cycle after it fired once; null where that was the last time. */
export function repeated(cycle: Cycle): Cycle | null {
  if (cycle.remaining === null) return cycle;
  return cycle.remaining > 1 ? { ...cycle, remaining: cycle.remaining - 1 } : null;
}
