import type { Json } from '../json.js';
import type { FeelDateTime, FeelTemporal, FeelTime } from './temporal.js';
import { offsetText, temporalText } from './text.js';
import { Decimal, isContext, isList, isNumber, type FeelValue } from './values.js';

/** A process variable as a FEEL value. Text stays text: a date in a variable is read by `date(…)`, as on Zeebe. */
export function fromJson(json: Json): FeelValue {
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return json;
  if (typeof json === 'number') return new Decimal(json);
  if (Array.isArray(json)) return json.map(fromJson);
  return new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
}

/**
 * A FEEL value as a process variable: decimals become JSON numbers (doubles), dates and durations text, ranges and
 * functions null, all as on Zeebe.
 */
export function toJson(value: FeelValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isNumber(value)) return value.toNumber();
  if (isList(value)) return value.map(toJson);
  if (isContext(value)) return Object.fromEntries([...value].map(([key, entry]) => [key, toJson(entry)]));
  return value.kind === 'range' || value.kind === 'function' ? null : variableText(value);
}

// Variables hold what Java prints, which is not what `string(…)` gives: hours instead of days, no seconds where they
// are zero, the zone in brackets (measured on Zeebe 8.5.8).
function variableText(value: FeelTemporal): string {
  if (value.kind === 'days and time duration') return hoursText(value.millis);
  if (value.kind === 'date and time') return momentText(value);
  if (value.kind === 'time') return clockText(value);
  return value.kind === 'years and months duration' && value.months === 0 ? 'P0D' : temporalText(value);
}

function hoursText(millis: number): string {
  const [hours, minutes] = [Math.trunc(millis / 3_600_000), Math.trunc(millis / 60_000) % 60];
  const seconds = (millis % 60_000) / 1000;
  const parts = [`${hours}H`, `${minutes}M`, `${seconds}S`].filter((part) => !/^-?0[HMS]$/.test(part));
  return `PT${parts.length === 0 ? '0S' : parts.join('')}`;
}

function clockText(value: FeelTime): string {
  return temporalText({ ...value, offset: null }).replace(/:00$/, '') + offsetText(value.offset);
}

function momentText(value: FeelDateTime): string {
  const plain = temporalText({ ...value, offset: null, zone: null }).replace(/:00$/, '');
  return plain + offsetText(value.offset) + (value.zone === null ? '' : `[${value.zone}]`);
}
