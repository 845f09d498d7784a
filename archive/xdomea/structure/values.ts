import type { Sentence } from '../../findings/finding.js';
import type { TypeRule } from './grammar.js';

/** The simple types: what may stand as text in an element. */
export const valueTypes = {
  string: value({ de: 'Text', en: 'text' }, () => true),
  normalizedString: value({ de: 'Text in einer Zeile', en: 'text in one line' }, () => true),
  token: value({ de: 'ein Code', en: 'a code' }, () => true),
  date: value({ de: 'ein Datum JJJJ-MM-TT', en: 'a date YYYY-MM-DD' }, isDate),
  time: value({ de: 'eine Uhrzeit hh:mm:ss', en: 'a time hh:mm:ss' }, isTime),
  dateTime: value({ de: 'ein Zeitpunkt JJJJ-MM-TThh:mm:ss', en: 'an instant YYYY-MM-DDThh:mm:ss' }, isDateTime),
  // libxml2 compares a fixed boolean by its letters and refuses `true` and ` 1`, so the fixed ones must be written `1`.
  boolean: value({ de: '1 oder 0', en: '1 or 0' }, (text) => /^(1|0|true|false)$/.test(text.trim())),
  fixedTrue: value({ de: '1', en: '1' }, (text) => text === '1'),
  unsignedInt: value({ de: 'eine Zahl von 0 bis 4294967295', en: 'a number from 0 to 4294967295' }, upTo(4294967295)),
  unsignedShort: value({ de: 'eine Zahl von 0 bis 65535', en: 'a number from 0 to 65535' }, upTo(65535)),
  // UUIDs and file names are judged by rules with sentences of their own (record.uuid, file.name).
  uuid: value({ de: 'eine UUID', en: 'a UUID' }, () => true),
  dateiname: value({ de: 'ein Dateiname', en: 'a file name' }, () => true),
} satisfies Record<string, TypeRule>;

/** A value type over a list of codes. White space around a code does not count (xs:token). */
export function oneOf(values: readonly string[]): TypeRule {
  const shown = values.length > 10 ? `${values[0]} … ${values[values.length - 1]}` : values.join(', ');
  const allowed = new Set(values);
  return value({ de: `einer der Codes ${shown}`, en: `one of the codes ${shown}` }, (text) => allowed.has(text.trim()));
}

/**
 * True for a day that exists. A zone may follow. White space around a date is allowed by the standard, yet libxml2, which
 * most archives use, refuses it: so do we.
 */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // Date turns 30 February into 2 March instead of refusing it.
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

function isTime(text: string): boolean {
  return /^(?:([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)(Z|[+-]\d\d:\d\d)?$/.test(text);
}

function isDateTime(text: string): boolean {
  const [day, time, ...rest] = text.split('T');
  return day !== undefined && time !== undefined && rest.length === 0 && /^\d{4}-\d\d-\d\d$/.test(day)
    ? isDate(day) && isTime(time)
    : false;
}

function upTo(limit: number): (text: string) => boolean {
  return (text) => /^\+?\d{1,15}$/.test(text.trim()) && Number(text) <= limit;
}

function value(expected: Sentence, accepts: (text: string) => boolean): TypeRule {
  return { kind: 'value', expected, accepts };
}
