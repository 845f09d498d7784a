import { dayAfter, daysFrom } from '../contract/days.js';
import { germanDay } from '../contract/german-day.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';

/** By when a Vorgang must be finished, and whether it rests. */
export interface VorgangFrist {
  readonly vorgangId: Id;
  readonly frist: Day | null;
  readonly grundlage: string;
  readonly extensions: number;
  readonly mostExtensions: number | null;
  readonly mostDays: number | null;
  /** The day on which it began to rest, here. */
  readonly restsSince: Day | null;
  readonly plannedDays: number | null;
  /** 0: nothing was ever said about it. */
  readonly version: number;
}

/** Why the Frist cannot be moved to this day; all that stands against it, or null. */
export function refuseExtension(own: VorgangFrist, until: Day): Rejection | null {
  if (own.frist === null) return reject('frist.none');
  if (own.restsSince !== null) return restsAlready(own.restsSince);
  if (until <= own.frist) return reject('frist.notLater', { frist: germanDay(own.frist), until: germanDay(until) });
  if (own.mostExtensions !== null && own.extensions >= own.mostExtensions) {
    return reject('frist.extendedAlready', { most: own.mostExtensions });
  }
  const days = daysFrom(own.frist, until);
  return own.mostDays !== null && days > own.mostDays ? reject('frist.tooLong', { most: own.mostDays, days }) : null;
}

/** That the Vorgang rests, and since when. */
export function restsAlready(since: Day): Rejection {
  return reject('frist.rests', { since: germanDay(since) });
}

/** A date that moves by so many days, unless it had passed on `day`: rest does not heal what was late. */
export function moved(date: Day | null, day: Day, days: number): Day | null {
  return date === null || date < day ? date : dayAfter(date, days);
}

/** By how many days the dates are wrong that were moved as planned, if the rest ends on `today`. */
export function correctionOf(since: Day, plannedDays: number, today: Day): number {
  return daysFrom(since, today) - plannedDays;
}
