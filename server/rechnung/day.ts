import type { Day } from '../contract/views.js';

/**
 * A calendar day of an invoice: `2026-11-03` (UBL, optionally with a time zone that changes nothing about the day) or
 * `20261103` (CII, format 102). A day that does not exist, such as 30 February, is null.
 */
export function readDay(text: string | null): Day | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The day if it exists and lies between 1900 and 2100, otherwise null. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2100) return null;
  const instant = new Date(Date.UTC(year, month - 1, day));
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return exists ? instant.toISOString().slice(0, 10) : null;
}
