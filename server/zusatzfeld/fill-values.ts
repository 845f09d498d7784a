import { about, isRejection, reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { ZusatzValue } from '../contract/zusatzfeld-views.js';
import { checkValue } from './check-value.js';
import { namesOf, type Zusatzfeld } from './zusatzfeld.js';

/** A value on its record: what was given, the version of the field that it was checked against, and how it reads. */
export interface StoredValue {
  readonly value: ZusatzValue;
  readonly version: number;
  readonly text: string;
}

export type StoredValues = Readonly<Record<string, StoredValue>>;

/** Values by the keys of their fields; null or nothing typed empties a field. A key that is missing changes nothing. */
export type GivenValues = Readonly<Record<string, ZusatzValue | null>>;

/** A field as it stands to one record: of its type and in use, or only readable there. */
export interface RecordField extends Zusatzfeld {
  readonly use: 'fillable' | 'readable';
}

/** What was changed, for the Protokoll: by key, as people read it, with the name of each field. */
export interface ZusatzChanges {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, Sentence>>;
}

export interface FilledValues {
  readonly values: StoredValues;
  readonly changes: ZusatzChanges;
}

interface Change {
  readonly field: RecordField;
  readonly value: StoredValue | null;
}

/**
 * Puts values into a record. Every fault is named, none hides another. A value that stays as it is is not judged again:
 * a field that was narrowed or retired meanwhile must not stand in the way of another one.
 */
export function fillValues(
  fields: readonly RecordField[],
  stored: StoredValues,
  given: GivenValues,
): FilledValues | Rejection {
  const read = Object.entries(given).map(([key, value]) => readChange(fields, stored, key, value));
  const faults = read.filter(isRejection);
  if (faults.length > 0) return reject('zusatzfeld.invalid', { count: faults.length }, faults);
  const changes = read.filter((change): change is Change => change !== null && !isRejection(change));
  const values = new Map(Object.entries(stored));
  for (const { field, value } of changes) {
    if (value) values.set(field.key, value);
    else values.delete(field.key);
  }
  const named = <T>(of: (change: Change) => T) =>
    Object.fromEntries(changes.map((change) => [change.field.key, of(change)]));
  return {
    values: Object.fromEntries(values),
    changes: {
      before: named(({ field }) => stored[field.key]?.text ?? ''),
      after: named(({ value }) => value?.text ?? ''),
      words: named(({ field }) => field.label),
    },
  };
}

/** @returns null where nothing changes */
function readChange(
  fields: readonly RecordField[],
  stored: StoredValues,
  key: string,
  given: ZusatzValue | null,
): Change | Rejection | null {
  const field = fields.find((known) => known.key === key);
  const empty = given === null || given === '';
  if (!field) {
    return empty ? null : about({ noun: 'zusatzfeld', id: key }, reject('zusatzfeld.unknownField', { key }));
  }
  const before = stored[key];
  if (empty) return before ? { field, value: null } : null;
  if (before?.value === given) return null;
  const link = { noun: 'zusatzfeld', id: key } as const;
  if (field.use === 'readable') return about(link, reject('zusatzfeld.retiredField', namesOf(field)));
  const checked = checkValue(field, given);
  if (isRejection(checked)) return about(link, checked);
  return before?.value === checked.value ? null : { field, value: { ...checked, version: field.version } };
}
