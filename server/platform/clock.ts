import type { Day } from '../contract/views.js';

/** The only source of time. Tests and the demo can move it; nothing else may ask the machine. */
export interface Clock {
  now(): Date;
  /** Calendar day in Europe/Berlin: dates in law are days there, not instants. */
  today(): Day;
}

export interface SettableClock extends Clock {
  /** Moves the time forward by whole milliseconds. */
  advance(milliseconds: number): void;
  offset(): number;
}

// Building a formatter costs about 50 µs, using one 1 µs; `sv-SE` writes dates as YYYY-MM-DD.
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

export function dayInBerlin(instant: Date): Day {
  return berlinDay.format(instant);
}

const berlinTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

/** Minutes since midnight on the clock of an office in Berlin, 0 to 1439. */
export function minuteInBerlin(instant: Date): number {
  const [hours, minutes] = berlinTime.format(instant).split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The instant in which a calendar day begins in Berlin, an hour earlier by UTC in summer. */
export function startOfDay(day: Day): Date {
  const inSummer = new Date(`${day}T00:00:00+02:00`);
  return dayInBerlin(inSummer) === day ? inSummer : new Date(`${day}T00:00:00+01:00`);
}

/** The machine's clock, moved by `offset` milliseconds. */
export function systemClock(offset = 0): SettableClock {
  let moved = offset;
  const now = () => new Date(Date.now() + moved);
  return {
    now,
    today: () => dayInBerlin(now()),
    advance: (milliseconds) => {
      moved += milliseconds;
    },
    offset: () => moved,
  };
}

/** A clock that stands still until a test moves it. */
export function standingClock(start: string): SettableClock {
  let moved = 0;
  const now = () => new Date(Date.parse(start) + moved);
  return {
    now,
    today: () => dayInBerlin(now()),
    advance: (milliseconds) => {
      moved += milliseconds;
    },
    offset: () => moved,
  };
}
