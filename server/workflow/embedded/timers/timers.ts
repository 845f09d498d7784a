import { parseDateTime } from '../feel/parse-temporal.js';
import { instantOf } from '../feel/temporal.js';
import { nextDate, parseCron } from './cron.js';
import { instantAfter, parseInterval } from './interval.js';

/** How a timer fires again. Kept with the timer as JSON: what was written by earlier versions must stay readable. */
export type Cycle = RepeatingInterval | CronCycle;

/** `R3/PT1H`, `R3/2026-12-01T08:00:00Z/PT1H`: how often, and after which time. `remaining` null: for ever. */
export interface RepeatingInterval {
  readonly remaining: number | null;
  readonly interval: string;
  /** When it fires first, if that is still to come. */
  readonly start?: string;
}

/** Fires for ever at the dates of a cron expression. */
export interface CronCycle {
  readonly cron: string;
}

/** Reads a repeating interval or a cron expression; null where it is neither, or would fire without ever pausing. */
export function parseCycle(text: string): Cycle | null {
  const match = /^R(\d{0,6})\/(?:([^/]+)\/)?([^/]+)$/.exec(text);
  if (match === null) return parseCron(text) === null ? null : { cron: text };
  const [, count = '', start, interval = ''] = match;
  if (!isPause(interval) || (start !== undefined && parseMoment(start) === null)) return null;
  const remaining = count === '' ? null : Number(count);
  return start === undefined ? { remaining, interval } : { remaining, interval, start };
}

/**
 * When a cycle fires next. An interval counts from now and not from the missed date, so that a long sleep is not followed by
 * a burst: as on Zeebe. A start of the past counts for nothing (measured).
 */
export function nextDue(cycle: Cycle, now: Date): Date | null {
  if ('cron' in cycle) {
    const cron = parseCron(cycle.cron);
    return cron === null ? null : nextDate(cron, now);
  }
  const start = cycle.start === undefined ? null : parseMoment(cycle.start);
  return start !== null && start > now ? start : after(now, cycle.interval);
}

/** What is left of a cycle after it fired once; null where that was the last time. */
export function repeated(cycle: Cycle): Cycle | null {
  if ('cron' in cycle || cycle.remaining === null) return cycle;
  return cycle.remaining > 1 ? { ...cycle, remaining: cycle.remaining - 1 } : null;
}

/** The instant that lies a duration after another; null where it is no duration. */
export function after(start: Date, duration: string): Date | null {
  const interval = parseInterval(duration);
  return interval === null ? null : instantAfter(start, interval);
}

/**
 * A date as text, with an offset: without one it would be another moment on another computer. The name of a zone may stand
 * behind the offset; it says nothing more.
 */
export function parseMoment(text: string): Date | null {
  const bare = /^(.*(?:Z|[+-]\d\d:\d\d))(?:\[[\w/+-]+\])?$/.exec(text)?.[1];
  const moment = bare === undefined ? null : parseDateTime(bare);
  return moment === null ? null : new Date(instantOf(moment));
}

// A cycle without a pause would keep the engine busy with nothing else.
function isPause(interval: string): boolean {
  const due = after(new Date(0), interval);
  return due !== null && due.getTime() > 0;
}
