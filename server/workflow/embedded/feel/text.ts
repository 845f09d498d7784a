import { civilDay, DAY } from './calendar.js';
import { formatDuration } from './durations.js';
import type { FeelTemporal } from './temporal.js';
import { isContext, isList, isNumber, type FeelValue } from './values.js';

/** What `string(value)` returns; null stays null. Text inside lists and contexts is quoted. */
export function toText(value: FeelValue): string | null {
  if (value === null || typeof value === 'string') return value;
  return inner(value);
}

/** The plain decimal notation of a number: never an exponent, no trailing zeros. */
export function numberText(value: { toFixed(): string }): string {
  return value.toFixed();
}

export function temporalText(value: FeelTemporal): string {
  switch (value.kind) {
    case 'date':
      return dayText(value.day);
    case 'time':
      return clockText(value.millis) + offsetText(value.offset);
    case 'date and time': {
      const day = Math.floor(value.local / DAY);
      const place = value.zone === null ? offsetText(value.offset) : `@${value.zone}`;
      return `${dayText(day)}T${clockText(value.local - day * DAY)}${place}`;
    }
    default:
      return formatDuration(value);
  }
}

export function offsetText(offset: number | null): string {
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;
}

function inner(value: FeelValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (isNumber(value)) return numberText(value);
  if (isList(value)) return `[${value.map(inner).join(', ')}]`;
  if (isContext(value)) return `{${[...value].map(([key, entry]) => `${key}:${inner(entry)}`).join(', ')}}`;
  if (value.kind === 'range') {
    return `${value.fromBound === 'closed' ? '[' : '('}${inner(value.from)}..${inner(value.to)}${value.toBound === 'closed' ? ']' : ')'}`;
  }
  if (value.kind === 'function') return `function(${value.parameters.join(', ')})`;
  return temporalText(value);
}

function dayText(number: number): string {
  const { year, month, day } = civilDay(number);
  const sign = year < 0 ? '-' : '';
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function clockText(millis: number): string {
  const fraction = millis % 1000;
  const text = `${two(Math.floor(millis / 3_600_000))}:${two(Math.floor(millis / 60_000) % 60)}:${two(Math.floor(millis / 1000) % 60)}`;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(3, '0').replace(/0+$/, '')}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
