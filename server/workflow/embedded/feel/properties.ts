import { civilDay, DAY, weekday } from './calendar.js';
import { daysDuration } from './durations.js';
import type { FeelTemporal } from './temporal.js';
import { Decimal, isContext, isList, isNumber, type FeelValue } from './values.js';

/** Properties of dates, times and durations (DMN 1.3, table 65), e.g. `faellig.year`; null where there is none. */
export function propertyOf(value: FeelValue, name: string): FeelValue {
  if (typeof value !== 'object' || value === null || isNumber(value) || isList(value) || isContext(value)) return null;
  if (value.kind === 'range' || value.kind === 'function') return null;
  const property = properties(value)[name];
  return typeof property === 'number' ? new Decimal(property) : (property ?? null);
}

function properties(value: FeelTemporal): Readonly<Record<string, number | FeelValue>> {
  switch (value.kind) {
    case 'date':
      return dayProperties(value.day);
    case 'time':
      return clockProperties(value.millis, value.offset);
    case 'date and time': {
      const day = Math.floor(value.local / DAY);
      return { ...dayProperties(day), ...clockProperties(value.local - day * DAY, value.offset), timezone: value.zone };
    }
    case 'days and time duration': {
      const size = Math.abs(value.millis);
      const sign = Math.sign(value.millis);
      const part = (unit: number, limit: number) => sign * (Math.floor(size / unit) % limit) || 0;
      return {
        days: part(DAY, Infinity),
        hours: part(3_600_000, 24),
        minutes: part(60_000, 60),
        seconds: part(1000, 60),
      };
    }
    case 'years and months duration':
      return { years: Math.trunc(value.months / 12) || 0, months: value.months % 12 || 0 };
  }
}

function dayProperties(number: number): Readonly<Record<string, number>> {
  return { ...civilDay(number), weekday: weekday(number) };
}

function clockProperties(millis: number, offset: number | null): Readonly<Record<string, number | FeelValue>> {
  return {
    hour: Math.floor(millis / 3_600_000),
    minute: Math.floor(millis / 60_000) % 60,
    second: Math.floor(millis / 1000) % 60,
    'time offset': offset === null ? null : daysDuration(offset),
  };
}
