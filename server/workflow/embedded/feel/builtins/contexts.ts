import type { Dialect } from '../dialect.js';
import { asList, isContext, isList, type FeelContext, type FeelList, type FeelValue } from '../values.js';
import { define, type Builtin } from './builtin.js';

export const contextBuiltins: readonly Builtin[] = [
  define('get value(m, key)|get value(context, key)|get value(context, keys)', ([context = null, key = null]) =>
    valueAt(context, isList(key) ? key : [key]),
  ),
  define('get entries(m)|get entries(context)', ([context = null]) =>
    context !== null && isContext(context) ? [...context].map(([key, value]) => entry(key, value)) : null,
  ),
  define(
    'context put(context, key, value)|context put(context, keys, value)',
    ([context = null, key = null, value = null]) => {
      if (isList(key)) return key.length === 0 ? null : put(context, key, value, 'dmn');
      return put(context, [key], value, 'dmn');
    },
  ),
  define('context merge(contexts…)', ([first = null, ...others]) =>
    first === null ? null : merge([...asList(first), ...others]),
  ),
  define('context(entries)', ([entries = null]) => (isList(entries) ? fromEntries(entries) : null)),
];

function entry(key: string, value: FeelValue): FeelContext {
  return new Map<string, FeelValue>([
    ['key', key],
    ['value', value],
  ]);
}

function valueAt(value: FeelValue, [key = null, ...rest]: FeelList): FeelValue {
  if (value === null || !isContext(value) || typeof key !== 'string') return null;
  const inner = value.get(key) ?? null;
  return rest.length === 0 ? inner : valueAt(inner, rest);
}

/** The context with a value at the end of a path of keys. On Zeebe, what is no context on the way is replaced by one. */
export function put(
  context: FeelValue,
  [key = null, ...rest]: FeelList,
  value: FeelValue,
  dialect: Dialect,
): FeelValue {
  if (context === null || !isContext(context) || typeof key !== 'string') return null;
  if (rest.length === 0) return new Map([...context, [key, value]]);
  const present = context.get(key) ?? null;
  const replaced = present === null || (dialect === 'zeebe' && !isContext(present));
  const inner = put(replaced ? new Map() : present, rest, value, dialect);
  return inner === null ? null : new Map([...context, [key, inner]]);
}

export function merge(contexts: FeelList): FeelValue {
  const merged = new Map<string, FeelValue>();
  for (const context of contexts) {
    if (context === null || !isContext(context)) return null;
    for (const [key, value] of context) merged.set(key, value);
  }
  return merged;
}

function fromEntries(entries: FeelList): FeelValue {
  const made = new Map<string, FeelValue>();
  for (const each of entries) {
    if (each === null || !isContext(each)) return null;
    const key = each.get('key');
    if (typeof key !== 'string' || !each.has('value') || made.has(key)) return null;
    made.set(key, each.get('value') ?? null);
  }
  return made;
}
