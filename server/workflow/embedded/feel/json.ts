import type { Json } from '../json.js';
import { temporalText, toText } from './text.js';
import { Decimal, isContext, isList, isNumber, type FeelValue } from './values.js';

/** A process variable as a FEEL value. Text stays text: a date in a variable is read by `date(…)`, as on Zeebe. */
export function fromJson(json: Json): FeelValue {
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return json;
  if (typeof json === 'number') return new Decimal(json);
  if (Array.isArray(json)) return json.map(fromJson);
  return new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
}

/** A FEEL value as a process variable: decimals become JSON numbers (doubles, as on Zeebe), dates and durations text. */
export function toJson(value: FeelValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isNumber(value)) return value.toNumber();
  if (isList(value)) return value.map(toJson);
  if (isContext(value)) return Object.fromEntries([...value].map(([key, entry]) => [key, toJson(entry)]));
  return value.kind === 'range' ? toText(value) : temporalText(value);
}
