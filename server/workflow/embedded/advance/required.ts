import type { Expression } from '../feel/feel.js';
import { parseDateTime } from '../feel/parse-temporal.js';
import { instantOf, type FeelDateTime } from '../feel/temporal.js';
import { toText } from '../feel/text.js';
import { isList, isNumber, typeOf, type FeelList, type FeelType, type FeelValue } from '../feel/values.js';
import type { JsonObject } from '../json.js';
import type { Code } from '../model.js';
import type { ElementInstance } from '../state.js';
import { parseMoment } from '../timers/timers.js';
import { Stuck, type Run } from './run.js';
import { evaluate } from './variables.js';

// What the engine needs from an expression, or the token is stuck with EXTRACT_VALUE_ERROR: never a guess.

/** A decision. An absent name counts as a fault even where the rest of the expression decides without it. */
export function requireBoolean(
  run: Run,
  instance: ElementInstance,
  expression: Expression,
  extra: JsonObject = {},
): boolean {
  const { value, missing } = evaluate(run, instance, expression, extra);
  if (typeof value === 'boolean' && missing.length === 0) return value;
  throw notExtracted(expression, value, missing, 'boolean');
}

/** A text; a number counts as its decimal notation, since keys are often numbers. */
export function requireText(run: Run, instance: ElementInstance, expression: Expression): string {
  const { value, missing } = evaluate(run, instance, expression);
  const text = typeof value === 'string' || (value !== null && isNumber(value)) ? toText(value) : null;
  if (text === null) throw notExtracted(expression, value, missing, 'string');
  return text;
}

/** A text and nothing else: the id of something. */
export function requireName(run: Run, instance: ElementInstance, expression: Expression): string {
  const { value, missing } = evaluate(run, instance, expression);
  if (typeof value !== 'string') throw notExtracted(expression, value, missing, 'string');
  return value;
}

/** The code that an event throws. */
export function requireCode(run: Run, instance: ElementInstance, { thrown }: Code): string {
  if (thrown === null) throw new Error(`${instance.elementId} throws nothing`);
  return requireName(run, instance, thrown);
}

/** A text, or null: for what may be absent. Dates become their text. */
export function optionalText(run: Run, instance: ElementInstance, expression: Expression | null): string | null {
  if (expression === null) return null;
  const { value, missing } = evaluate(run, instance, expression);
  if (value !== null && (isList(value) || typeof value === 'boolean' || value instanceof Map)) {
    throw notExtracted(expression, value, missing, 'string');
  }
  return toText(value);
}

/**
 * A point in time as text, or null. Zeebe takes texts with an offset and FEEL values with one: any other would be another
 * moment on another computer.
 */
export function optionalMoment(run: Run, instance: ElementInstance, expression: Expression | null): string | null {
  if (expression === null) return null;
  const { value, missing } = evaluate(run, instance, expression);
  if (value === null || value === '') return null;
  if (typeof value === 'string' && /(Z|[+-]\d\d:\d\d)$/.test(value) && parseDateTime(value) !== null) return value;
  const moment = typeOf(value) === 'date and time' ? (value as FeelDateTime) : null;
  if (moment === null || moment.offset === null) throw notExtracted(expression, value, missing, 'date and time');
  return toText({ ...moment, zone: null });
}

/** A moment to wait for: a text with an offset, or a FEEL value; one without an offset counts in UTC, as on Zeebe. */
export function requireInstant(run: Run, instance: ElementInstance, expression: Expression): Date {
  const { value, missing } = evaluate(run, instance, expression);
  const moment = typeof value === 'string' ? parseMoment(value) : null;
  if (moment !== null) return moment;
  if (typeOf(value) !== 'date and time') throw notExtracted(expression, value, missing, 'date and time');
  return new Date(instantOf(value as FeelDateTime));
}

/** A count; a fraction is cut off. */
export function requireWholeNumber(run: Run, instance: ElementInstance, expression: Expression): number {
  const { value, missing } = evaluate(run, instance, expression);
  if (value === null || !isNumber(value)) throw notExtracted(expression, value, missing, 'number');
  return value.trunc().toNumber();
}

export function requireList(run: Run, instance: ElementInstance, expression: Expression): FeelList {
  const { value, missing } = evaluate(run, instance, expression);
  if (!isList(value)) throw notExtracted(expression, value, missing, 'list');
  return value;
}

export function optionalTexts(run: Run, instance: ElementInstance, expression: Expression | null): readonly string[] {
  if (expression === null) return [];
  const { value, missing } = evaluate(run, instance, expression);
  if (!isList(value)) throw notExtracted(expression, value, missing, 'list');
  return value.map((entry) => {
    if (typeof entry !== 'string') throw notExtracted(expression, value, missing, 'string');
    return entry;
  });
}

function notExtracted(expression: Expression, value: FeelValue, missing: readonly string[], wanted: FeelType): Stuck {
  const absent = missing.length === 0;
  return new Stuck('EXTRACT_VALUE_ERROR', {
    de: absent
      ? `Der Ausdruck „${expression.source}“ muss ${germanTypes[wanted] ?? wanted} ergeben, ergab aber ${germanTypes[typeOf(value)] ?? typeOf(value)}.`
      : `Der Ausdruck „${expression.source}“ braucht Angaben, die fehlen: ${missing.join(', ')}.`,
    en: absent
      ? `The expression “${expression.source}” must give a ${wanted}, but gave ${typeOf(value)}.`
      : `The expression “${expression.source}” needs values that are missing: ${missing.join(', ')}.`,
  });
}

const germanTypes: Readonly<Partial<Record<FeelType, string>>> = {
  null: 'nichts',
  boolean: 'Ja oder Nein',
  string: 'einen Text',
  number: 'eine Zahl',
  list: 'eine Liste',
  context: 'eine Zusammenstellung',
  'date and time': 'einen Zeitpunkt mit Zeitzone',
};
