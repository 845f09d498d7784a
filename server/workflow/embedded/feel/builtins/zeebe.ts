import { noResult } from '../problem.js';
import { toText } from '../text.js';
import { isContext, isFunction, isList, isTagged, wholeNumber, type FeelList, type FeelValue } from '../values.js';
import { define, numberIn, textIn, type Builtin } from './builtin.js';
import { merge, put } from './contexts.js';
import { number } from './conversions.js';
import { distinct, sorted } from './lists.js';
import { logarithm, modulo } from './numbers.js';
import { deviation } from './statistics.js';
import { joined } from './texts.js';

/**
 * Where Zeebe 8.5.8 does something else than the letter of DMN (measured; test/conformance/feel). Where an exception ends
 * the evaluation there, it is a failure here.
 */
export const zeebeBuiltins: readonly Builtin[] = [
  define('number(from, grouping separator?, decimal separator?)', (given) =>
    given.length > 1 && given.slice(1).every((separator) => separator === null) ? null : number(given),
  ),
  define('concatenate(lists…)', (lists) => lists.flatMap(entriesOf)),
  define('union(lists…)', (lists, scope) => distinct(lists.flatMap(entriesOf), scope)),
  define('sort(list, precedes)', ([list = null, precedes = null]) =>
    isFunction(precedes) ? sorted(list, precedes) : null,
  ),
  // Beyond the end there is nothing to remove, an insertion goes to the end, and there is less to take.
  define('sublist(list, start, length?)', (given) =>
    onPosition(given, (list, from) => {
      const size = given[2] === undefined ? list.length : wholeNumber(given[2]);
      return size === undefined ? null : list.slice(from, from + Math.max(size, 0));
    }),
  ),
  define('insert before(list, position, newItem)', (given) =>
    onPosition(given, (list, index) => [...list.slice(0, index), given[2] ?? null, ...list.slice(index)]),
  ),
  define('remove(list, position)', (given) => onPosition(given, (list, index) => list.filter((_, at) => at !== index))),
  define('substring(string, start position, length?)', substring),
  define('string join(list, delimiter?, prefix?, suffix?)', ([list = null, delimiter = null, prefix, suffix]) => {
    const text = joined(list, delimiter);
    return text === null ? null : `${textIn(prefix) ?? ''}${text}${textIn(suffix) ?? ''}`;
  }),
  define('modulo(dividend, divisor)', ([dividend, divisor]) => {
    const [one, other] = [numberIn(dividend), numberIn(divisor)];
    return one === null || other === null ? null : (modulo(one, other) ?? fail('modulo'));
  }),
  define('log(number)', ([given]) => {
    const value = numberIn(given);
    return value === null ? null : (logarithm(value) ?? fail('log'));
  }),
  define('stddev(list…)', (given) => {
    const alone = given.length === 1 ? entriesOf(given[0] ?? null) : given;
    return alone.length === 1 && numberIn(alone[0]) !== null ? fail('stddev') : deviation(given);
  }),
  define('context put(context, key, value)|context put(context, keys, value)', contextPut),
  define('context(entries)', ([entries = null]) => (isList(entries) ? fromEntries(entries) : null)),
  define('put(context, key, value)', contextPut),
  define('put all(contexts…)', ([first = null, ...others]) => merge([first, ...others])),
  define('cycle(interval)|cycle(repetitions, interval)', cycle),
];

/** What DMN has and Zeebe 8.5.8 has not: there it would be null in silence. */
export const unknownToZeebe: ReadonlySet<string> = new Set(['list replace', 'is empty', 'is', 'range']);

function fail(name: string): never {
  throw noResult(name);
}

function entriesOf(value: FeelValue): FeelList {
  return isList(value) ? value : [value];
}

function onPosition([list = null, given]: FeelList, work: (list: FeelList, index: number) => FeelValue): FeelValue {
  const position = wholeNumber(given);
  if (!isList(list) || position === undefined) return null;
  return work(list, position > 0 ? position - 1 : Math.max(list.length + position, 0));
}

function substring([given, start, length]: FeelList): FeelValue {
  const [text, position] = [textIn(given), wholeNumber(numberIn(start)?.trunc())];
  const size = length === undefined ? Infinity : wholeNumber(numberIn(length)?.trunc());
  if (text === null || position === undefined || size === undefined) return null;
  const characters = [...text];
  // Position 0 lies behind the end.
  const from = position > 0 ? position - 1 : characters.length + position;
  if (from < 0 || from > characters.length || size < 0) return fail('substring');
  return characters.slice(from, from + size).join('');
}

// The time of a timer, `R3/PT1H`: without repetitions it has no end. Days are written as hours.
function cycle([first = null, second]: FeelList): FeelValue {
  const [count, interval] = second === undefined ? [null, first] : [first, second];
  const repetitions = count === null ? '' : numberIn(count)?.trunc().toFixed();
  const text = interval !== null && isTagged(interval) && interval.kind.endsWith('duration') ? toText(interval) : null;
  if (repetitions === undefined || text === null) return null;
  const [, days, hours = '0', rest = ''] = /^P(\d+)D(?:T(?:(\d+)H)?(.*))?$/.exec(text) ?? [];
  return `R${repetitions}/${days === undefined ? text : `PT${BigInt(days) * 24n + BigInt(hours)}H${rest}`}`;
}

// What is no context on the way is replaced by one.
function contextPut([context = null, key = null, value = null]: FeelList): FeelValue {
  const keys = isList(key) ? key : [key];
  return keys.length === 0 ? null : put(context, keys, value, 'zeebe');
}

function fromEntries(entries: FeelList): FeelValue {
  const made = new Map<string, FeelValue>();
  for (const entry of entries) {
    const key = entry !== null && isContext(entry) ? entry.get('key') : undefined;
    if (entry === null || !isContext(entry) || typeof key !== 'string' || !entry.has('value')) return null;
    made.set(key, entry.get('value') ?? null);
  }
  return made;
}
