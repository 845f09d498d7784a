import type { Sentence } from '../../../contract/rejections.js';
import type { FeelNames, UnaryTests } from '../feel/feel.js';
import { atMidnight } from '../feel/temporal.js';
import { isContext, isFunction, isList, typeOf, type FeelType, type FeelValue } from '../feel/values.js';

/** What an item definition or a type name says about values (DMN 1.5, 7.3.2). */
export type Type =
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly name: FeelType }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, Type> }
  | { readonly kind: 'function' }
  /** Values of another type that pass the tests. */
  | { readonly kind: 'restricted'; readonly of: Type; readonly allowed: UnaryTests }
  /** Says what a value looks like, and no value is held against it. */
  | { readonly kind: 'unchecked'; readonly of: Type }
  /** A definition by its name: definitions may contain themselves. */
  | { readonly kind: 'named'; readonly name: string; readonly definition: () => Type };

/** Said where a value does not conform. */
export const wrongType: Sentence = {
  de: 'Der Wert hat nicht den vereinbarten Typ.',
  en: 'The value does not have the declared type.',
};

export const ANY: Type = { kind: 'any' };

/**
 * The value as the type wants it (DMN 1.5, 10.3.2.9.4): the single entry of a list for itself, a value as a list of
 * one, a day as its midnight in UTC; undefined where it does not conform. Null conforms to every type.
 */
export function coerced(value: FeelValue, type: Type): FeelValue | undefined {
  if (conforms(value, type)) return value;
  if (isList(value) && value.length === 1 && value[0] !== undefined && conforms(value[0], type)) return value[0];
  const wanted = resolved(type);
  if (wanted.kind === 'list' && conforms(value, wanted.of)) return [value];
  if (wanted.kind === 'simple' && wanted.name === 'date and time' && isDay(value)) {
    return { ...atMidnight(value), offset: 0 };
  }
  return undefined;
}

/** The names that an expression may use below a value of this type. */
export function namesBelow(type: Type, depth = 0): FeelNames | null {
  const known = resolved(type);
  if (known.kind === 'restricted' || known.kind === 'list' || known.kind === 'unchecked')
    return namesBelow(known.of, depth);
  // Definitions may contain themselves; nobody writes a path of more than eight names.
  if (known.kind !== 'context' || depth === 8) return null;
  return Object.fromEntries([...known.entries].map(([name, entry]) => [name, namesBelow(entry, depth + 1)]));
}

/** Whether a value belongs to a type; null belongs to all of them. */
export function conforms(value: FeelValue, type: Type): boolean {
  if (value === null) return true;
  switch (type.kind) {
    case 'any':
    case 'unchecked':
      return true;
    case 'simple':
      return typeOf(value) === type.name;
    case 'list':
      return isList(value) && value.every((entry) => conforms(entry, type.of));
    case 'context':
      return isContext(value) && [...type.entries].every(([name, entry]) => hasEntry(value, name, entry));
    case 'function':
      return isFunction(value);
    case 'restricted':
      return conforms(value, type.of) && isAllowed(value, type.allowed);
    case 'named':
      return conforms(value, type.definition());
  }
}

function hasEntry(value: ReadonlyMap<string, FeelValue>, name: string, type: Type): boolean {
  const entry = value.get(name);
  return entry !== undefined && conforms(entry, type);
}

/** Whether a value passes tests that see nothing but the value. */
export function isAllowed(value: FeelValue, allowed: UnaryTests): boolean {
  return allowed.test(value, { now: new Date(0), lookup: () => undefined }).value === true;
}

function resolved(type: Type): Exclude<Type, { kind: 'named' }> {
  return type.kind === 'named' ? resolved(type.definition()) : type;
}

function isDay(value: FeelValue): value is Extract<FeelValue, { kind: 'date' }> {
  return value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'date';
}
