import { civilDay, weekday } from './calendar.js';
import { clockParts, daysDuration } from './durations.js';
import type { FeelDateTime, FeelTemporal, FeelTime } from './temporal.js';
import { Decimal, isTagged, type FeelRange, type FeelValue } from './values.js';

/**
 * Properties of dates, times, durations and ranges (DMN 1.3, table 65), e.g. `faellig.year`; undefined where there is none.
 */
export function propertyOf(value: FeelValue, name: string): FeelValue | undefined {
  if (!isTagged(value) || value.kind === 'function') return undefined;
  const properties = value.kind === 'range' ? rangeProperties(value) : temporalProperties(value);
  return Object.hasOwn(properties, name) ? properties[name]?.() : undefined;
}

type Properties = Readonly<Record<string, (() => FeelValue) | undefined>>;

// Made by hand, so that only what is asked for is computed.
function temporalProperties(value: FeelTemporal): Properties {
  switch (value.kind) {
    case 'date':
      return dayProperties(value.day);
    case 'time':
      return clockProperties(value);
    case 'date and time':
      return { ...dayProperties(value.day), ...clockProperties(value) };
    case 'days and time duration':
      return {
        days: () => decimal(clockParts(value.nanos).days),
        hours: () => decimal(clockParts(value.nanos).hours),
        minutes: () => decimal(clockParts(value.nanos).minutes),
        seconds: () => decimal(clockParts(value.nanos).seconds),
      };
    case 'years and months duration':
      return {
        years: () => decimal(Math.trunc(value.months / 12) || 0),
        months: () => decimal(value.months % 12 || 0),
      };
  }
}

function dayProperties(number: number): Properties {
  return {
    year: () => decimal(civilDay(number).year),
    month: () => decimal(civilDay(number).month),
    day: () => decimal(civilDay(number).day),
    weekday: () => decimal(weekday(number)),
  };
}

function clockProperties({ nanos, offset, zone }: FeelTime | FeelDateTime): Properties {
  return {
    hour: () => decimal(Math.floor(nanos / 3600e9)),
    minute: () => decimal(Math.floor(nanos / 60e9) % 60),
    second: () => decimal(Math.floor(nanos / 1e9) % 60),
    'time offset': () => (offset === null ? null : daysDuration(BigInt(offset) * 1_000_000_000n)),
    timezone: () => zone,
  };
}

function rangeProperties({ from, to, fromBound, toBound }: FeelRange): Properties {
  return {
    start: () => from ?? null,
    end: () => to ?? null,
    'start included': () => fromBound === 'closed',
    'end included': () => toBound === 'closed',
  };
}

function decimal(value: number | bigint): Decimal {
  return new Decimal(value.toString());
}
