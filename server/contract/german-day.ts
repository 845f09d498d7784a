import type { Day } from './views.js';

/** 2026-11-24 as people here write it: 24.11.2026. */
export function germanDay(day: Day): string {
  return day.split('-').reverse().join('.');
}
