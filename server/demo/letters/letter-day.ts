import type { Day } from '../../contract/views.js';

/** The day so many days before (negative: after) another one. */
export function dayBefore(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
