import { germanDay } from '../contract/german-day.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';

/** Plans and guarantees run for ten years; what is further away is a slip of the year. */
const YEARS_AHEAD = 10;

/**
 * The day of a Wiedervorlage, if it can be one: tomorrow at the earliest, since what is for today need not be put aside. The
 * Frist of the Aufgabe is no limit: it goes on beside it.
 */
export function wiedervorlageDay(day: Day, today: Day): Day | Rejection {
  if (day <= today) return reject('aufgabe.wiedervorlageNotAhead', { day: germanDay(day), today: germanDay(today) });
  const latest = `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`;
  if (day > latest) return reject('aufgabe.wiedervorlageTooFar', { day: germanDay(day), latest: germanDay(latest) });
  return day;
}
