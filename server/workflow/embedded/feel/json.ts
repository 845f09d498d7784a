import type { Json } from '../json.js';
import { clockParts, secondsText } from './durations.js';
import type { FeelDateTime, FeelTemporal } from './temporal.js';
import { clockText, dayText, offsetText, temporalText } from './text.js';
import { Decimal, isContext, isFunction, isList, isNumber, isTemporal, type FeelValue } from './values.js';

/** A process variable as a FEEL value. Text stays text: a date in a variable is read by `date(…)`, as on Zeebe. */
export function fromJson(json: Json): FeelValue {
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return json;
  if (typeof json === 'number') return new Decimal(json);
  if (Array.isArray(json)) return json.map(fromJson);
  return new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
}

/**
 * A FEEL value as a process variable: decimals become JSON numbers (doubles), dates and durations text, ranges and
 * functions null (or no entry), all as on Zeebe. A number beyond every double is null, since JSON has none for it.
 */
export function toJson(value: FeelValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isNumber(value)) return jsonNumber(value);
  if (isList(value)) return value.map(toJson);
  if (isContext(value)) {
    const entries = [...value].filter(([, entry]) => !isFunction(entry));
    return Object.fromEntries(entries.map(([key, entry]) => [key, toJson(entry)]));
  }
  return isTemporal(value) ? variableText(value) : null;
}

function jsonNumber(value: Decimal): number | null {
  const double = value.toNumber();
  return Number.isFinite(double) ? double : null;
}

// Variables hold what Java prints, which is not what `string(…)` gives: hours instead of days, no seconds where they
// are zero, the zone in brackets (measured on Zeebe 8.5.8).
function variableText(value: FeelTemporal): string {
  if (value.kind === 'days and time duration') return hoursText(value.nanos);
  if (value.kind === 'years and months duration') return monthsText(value.months);
  if (value.kind === 'date') return yearText(value.day);
  if (value.kind === 'date and time') return `${yearText(value.day)}T${shortClock(value.nanos)}${placeText(value)}`;
  return value.offset === null ? shortClock(value.nanos) : temporalText(value);
}

// Each part has a sign of its own: `P-2Y-3M`.
function monthsText(months: number): string {
  const [years, rest] = [Math.trunc(months / 12), months % 12];
  const text = `${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`;
  return `P${text === '' ? '0D' : text}`;
}

// Years of more than four digits have a sign.
function yearText(day: number): string {
  const text = dayText(day);
  return /^\d{5}/.test(text) ? `+${text}` : text;
}

function hoursText(total: bigint): string {
  const { days, hours, minutes, seconds, nanos } = clockParts(total);
  const wholeHours = days * 24n + hours;
  const parts = [
    wholeHours === 0n ? '' : `${wholeHours}H`,
    minutes === 0n ? '' : `${minutes}M`,
    seconds === 0n && nanos === 0n ? '' : `${secondsText(seconds, nanos)}S`,
  ].join('');
  return `PT${parts === '' ? '0S' : parts}`;
}

// Java prints a fraction in groups of three digits.
function shortClock(nanos: number): string {
  const [whole = '', fraction] = clockText(nanos).split('.');
  if (fraction === undefined) return whole.replace(/:00$/, '');
  return `${whole}.${fraction.padEnd(Math.ceil(fraction.length / 3) * 3, '0')}`;
}

function placeText({ offset, zone }: FeelDateTime): string {
  return offsetText(offset) + (zone === null ? '' : `[${zone}]`);
}
