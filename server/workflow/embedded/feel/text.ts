import { civilDay } from './calendar.js';
import type { Dialect } from './dialect.js';
import { formatDuration, secondsText } from './durations.js';
import type { FeelTemporal } from './temporal.js';
import { isContext, isList, isNumber, type FeelRange, type FeelValue } from './values.js';

/** What `string(value)` returns; null stays null. Text inside lists and contexts is quoted. */
export function toText(value: FeelValue, dialect: Dialect = 'zeebe'): string | null {
  if (value === null || typeof value === 'string') return value;
  return inner(value, dialect);
}

/** The plain decimal notation of a number: never an exponent, no trailing zeros. */
export function numberText(value: { toFixed(): string }): string {
  return value.toFixed();
}

export function temporalText(value: FeelTemporal, dialect: Dialect = 'zeebe'): string {
  switch (value.kind) {
    case 'date':
      return dayText(value.day);
    case 'time':
      return clockText(value.nanos) + placeText(value);
    case 'date and time':
      return `${dayText(value.day)}T${clockText(value.nanos)}${placeText(value)}`;
    default:
      return formatDuration(value, dialect);
  }
}

/** `+01:00`, with the seconds that old local times have; empty where there is none. */
export function offsetText(offset: number | null): string {
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

export function dayText(number: number): string {
  const { year, month, day } = civilDay(number);
  const sign = year < 0 ? '-' : '';
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function clockText(nanos: number): string {
  const seconds = Math.floor(nanos / 1e9);
  const fraction = nanos % 1e9 === 0 ? '' : secondsText(0n, BigInt(nanos % 1e9)).slice(1);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`;
}

function placeText({ zone, offset }: { zone: string | null; offset: number | null }): string {
  return zone === null ? offsetText(offset) : `@${zone}`;
}

function inner(value: FeelValue, dialect: Dialect): string {
  const each = (entry: FeelValue) => inner(entry, dialect);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `"${value}"`;
  if (isNumber(value)) return numberText(value);
  if (isList(value)) return `[${value.map(each).join(', ')}]`;
  if (isContext(value)) return `{${[...value].map(([key, entry]) => `${key}:${each(entry)}`).join(', ')}}`;
  if (value.kind === 'range') return rangeText(value, each);
  if (value.kind === 'function') return `function(${value.parameters.join(', ')})`;
  return temporalText(value, dialect);
}

function rangeText({ from, to, fromBound, toBound }: FeelRange, inner: (value: FeelValue) => string): string {
  const [low, high] = [from === undefined ? '' : inner(from), to === undefined ? '' : inner(to)];
  return `${fromBound === 'closed' ? '[' : '('}${low}..${high}${toBound === 'closed' ? ']' : ')'}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
