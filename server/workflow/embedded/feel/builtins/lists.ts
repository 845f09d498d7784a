import { equals, order as orderOf } from '../compare.js';
import { spend, type Scope } from '../scope.js';
import {
  asList,
  Decimal,
  isFunction,
  isList,
  wholeNumber,
  type FeelFunction,
  type FeelList,
  type FeelValue,
} from '../values.js';
import { define, numberIn, type Builtin } from './builtin.js';

/** Functions that make lists of lists, or look into them. Equality asks every pair, so it counts as work. */
export const listBuiltins: readonly Builtin[] = [
  define('count(list)', (given) => onList(given, (list) => new Decimal(list.length))),
  define('is empty(list)', (given) => onList(given, (list) => list.length === 0)),
  define('list contains(list, element)', (given, scope) =>
    onList(given, (list) => list.some((entry) => equals(entry, given[1] ?? null, scope.dialect) === true)),
  ),
  define('append(list, items…)', (given) => onList(given, (list) => [...list, ...given.slice(1)])),
  define('concatenate(lists…)', (lists) => (lists.includes(null) ? null : lists.flatMap(asList))),
  define('union(lists…)', (lists, scope) => (lists.includes(null) ? null : distinct(lists.flatMap(asList), scope))),
  define('distinct values(list)', (given, scope) => onList(given, (list) => distinct(list, scope))),
  define('duplicate values(list)', (given, scope) => onList(given, (list) => duplicates(list, scope))),
  define('reverse(list)', (given) => onList(given, (list) => [...list].reverse())),
  define('flatten(list)', (given) => onList(given, flatten)),
  define('sort(list, precedes?)', sort),
  define('sublist(list, start position, length?)', (given) => onList(given, (list) => sublist(list, given))),
  define('insert before(list, position, newItem)', (given) =>
    onList(given, (list) => {
      const index = indexOf(list, given[1], list.length);
      return index === null ? null : [...list.slice(0, index), given[2] ?? null, ...list.slice(index)];
    }),
  ),
  define('remove(list, position)', (given) =>
    onList(given, (list) => {
      const index = indexOf(list, given[1], list.length - 1);
      return index === null ? null : list.filter((_, at) => at !== index);
    }),
  ),
  define('list replace(list, position, newItem)|list replace(list, match, newItem)', (given) =>
    onList(given, (list) => replaced(list, given[1] ?? null, given[2] ?? null)),
  ),
  define('index of(list, match)', (given, scope) =>
    onList(given, (list) =>
      list.flatMap((entry, index) =>
        equals(entry, given[1] ?? null, scope.dialect) === true ? [new Decimal(index + 1)] : [],
      ),
    ),
  ),
];

function onList([first = null]: FeelList, work: (list: FeelList) => FeelValue): FeelValue {
  return isList(first) ? work(first) : null;
}

// From 0, for a position from 1 or, negative, from the end; null outside of the list.
function indexOf(list: FeelList, given: FeelValue | undefined, last: number): number | null {
  const position = wholeNumber(numberIn(given)?.trunc());
  if (position === undefined || position === 0) return null;
  const index = position > 0 ? position - 1 : list.length + position;
  return index < 0 || index > last ? null : index;
}

function replaced(list: FeelList, place: FeelValue, newItem: FeelValue): FeelValue {
  if (!isFunction(place)) {
    const index = indexOf(list, place, list.length - 1);
    return index === null ? null : list.map((entry, at) => (at === index ? newItem : entry));
  }
  if (place.parameters.length !== 2) return null;
  const matches = list.map((entry) => place.call([entry, newItem]));
  if (matches.some((match) => typeof match !== 'boolean')) return null;
  return list.map((entry, at) => (matches[at] === true ? newItem : entry));
}

export function distinct(values: FeelList, scope: Scope): FeelList {
  const kept: FeelValue[] = [];
  for (const value of values) {
    spend(scope, kept.length / 16);
    if (!kept.some((other) => equals(other, value, scope.dialect) === true)) kept.push(value);
  }
  return kept;
}

function duplicates(values: FeelList, scope: Scope): FeelList {
  spend(scope, values.length ** 2 / 16);
  const twice = values.filter(
    (value) => values.filter((other) => equals(other, value, scope.dialect) === true).length > 1,
  );
  return distinct(twice, scope);
}

function flatten(values: FeelList): FeelList {
  return values.flatMap((value) => (isList(value) ? flatten(value) : [value]));
}

function sort([list = null, precedes]: FeelList): FeelValue {
  const order = precedes === undefined ? natural : precedes;
  return isFunction(order) ? sorted(list, order) : null;
}

/** Whoever precedes in both directions has the same place. */
export function sorted(list: FeelValue, precedes: FeelFunction): FeelValue {
  if (!isList(list) || precedes.parameters.length !== 2) return null;
  return [...list].sort((one, other) => {
    if (precedes.call([one, other]) === true) return -1;
    return precedes.call([other, one]) === true ? 1 : 0;
  });
}

const natural: FeelFunction = {
  kind: 'function',
  parameters: ['x', 'y'],
  call: ([x = null, y = null]) => (orderOf(x, y) ?? 0) < 0,
};

function sublist(list: FeelList, [, start = null, length]: FeelList): FeelValue {
  const from = indexOf(list, start, list.length - 1);
  const size = length === undefined ? list.length : wholeNumber(length);
  if (from === null || size === undefined || size < 1 || (length !== undefined && from + size > list.length))
    return null;
  return list.slice(from, from + size);
}
