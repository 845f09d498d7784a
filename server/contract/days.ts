import type { Day } from './views.js';

const DAY_MILLISECONDS = 86_400_000;

/** A day plus calendar days. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** Calendar days from one to another; negative where the other is earlier. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}
