import { isList, typeOf, type FeelType, type FeelValue } from './values.js';

/** Whether a value that is not null belongs to a type. */
export type TypeTest = (value: FeelValue) => boolean;

const kinds: Readonly<Record<string, FeelType | 'any'>> = {
  Any: 'any',
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'days and time duration',
  'years and months duration': 'years and months duration',
  // As Zeebe writes them.
  'day-time-duration': 'days and time duration',
  'year-month-duration': 'years and months duration',
  list: 'list',
  context: 'context',
  function: 'function',
  range: 'range',
};

/** The test of a type of the language by its name; undefined where there is no such type. */
export function typeTest(name: string): TypeTest | undefined {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) return undefined;
  return (value) => kind === 'any' || typeOf(value) === kind;
}

/**
 * A value where a type is expected (DMN 1.3, 10.3.2.9.4): a list of one counts as its entry and an entry as a list of
 * one; what does not belong to the type is null.
 */
export function coerced(value: FeelValue, belongs: TypeTest): FeelValue {
  if (value === null || belongs(value)) return value;
  if (isList(value) && value.length === 1 && value[0] !== undefined && value[0] !== null && belongs(value[0])) {
    return value[0];
  }
  return belongs([value]) ? [value] : null;
}
