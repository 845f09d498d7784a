import { equals, order } from '../compare.js';
import { asList, Decimal, finite, isList, wholeNumber, type FeelList, type FeelValue } from '../values.js';
import { define, numbersIn, type Builtin } from './builtin.js';

/** List functions. `count`, `sum`, `min`, `max`, `mean`, `all` and `any` also take the values one by one. */
export const listBuiltins: readonly Builtin[] = [
  define('count(list)', (given) => onList(given, (list) => new Decimal(list.length))),
  define('sum(list…)', (given) => overNumbers(given, (numbers) => numbers.reduce((sum, number) => sum.plus(number)))),
  define('mean(list…)', (given) =>
    overNumbers(given, (numbers) => numbers.reduce((sum, number) => sum.plus(number)).dividedBy(numbers.length)),
  ),
  define('min(list…)', (given) => extreme(spread(given), -1)),
  define('max(list…)', (given) => extreme(spread(given), 1)),
  define('all(list…)', (given) => truth(spread(given), false)),
  define('any(list…)', (given) => truth(spread(given), true)),
  define('list contains(list, element)', (given) =>
    onList(given, (list) => list.some((entry) => equals(entry, given[1] ?? null) === true)),
  ),
  define('append(list, items…)', (given) => onList(given, (list) => [...list, ...given.slice(1)])),
  define('concatenate(lists…)', (lists) => lists.flatMap(asList)),
  define('union(lists…)', (lists) => distinct(lists.flatMap(asList))),
  define('distinct values(list)', (given) => onList(given, distinct)),
  define('reverse(list)', (given) => onList(given, (list) => [...list].reverse())),
  define('flatten(list)', (given) => onList(given, flatten)),
  define('sublist(list, start position, length?)', (given) => onList(given, (list) => sublist(list, given))),
  define('insert before(list, position, newItem)', (given) =>
    onPosition(given, (list, index) => [...list.slice(0, index), given[2] ?? null, ...list.slice(index)]),
  ),
  define('remove(list, position)', (given) => onPosition(given, (list, index) => list.filter((_, at) => at !== index))),
  define('index of(list, match)', (given) =>
    onList(given, (list) =>
      list.flatMap((entry, index) => (equals(entry, given[1] ?? null) === true ? [new Decimal(index + 1)] : [])),
    ),
  ),
];

function onList([first = null]: FeelList, work: (list: FeelList) => FeelValue): FeelValue {
  return first === null ? null : work(asList(first));
}

function onPosition(given: FeelList, work: (list: FeelList, index: number) => FeelValue): FeelValue {
  const position = wholeNumber(given[1]);
  return onList(given, (list) => {
    // Beyond the end there is nothing to remove, and an insertion goes to the end.
    if (position === undefined || position === 0) return null;
    return work(list, position > 0 ? position - 1 : Math.max(list.length + position, 0));
  });
}

function spread(given: FeelList): FeelList {
  const [first] = given;
  return given.length === 1 && first !== undefined && isList(first) ? first : given;
}

function overNumbers(given: FeelList, work: (numbers: readonly Decimal[]) => Decimal): FeelValue {
  const numbers = numbersIn(spread(given));
  return numbers === null || numbers.length === 0 ? null : finite(work(numbers));
}

function extreme(values: FeelList, direction: 1 | -1): FeelValue {
  let best = values[0] ?? null;
  if (best === null) return null;
  for (const value of values.slice(1)) {
    const sign = order(value, best);
    if (sign === null) return null;
    if (sign * direction > 0) best = value;
  }
  return best;
}

function truth(values: FeelList, decisive: boolean): FeelValue {
  if (values.includes(decisive)) return decisive;
  return values.every((value) => value === !decisive) ? !decisive : null;
}

function distinct(values: FeelList): FeelList {
  const kept: FeelValue[] = [];
  for (const value of values) {
    if (!kept.some((other) => equals(other, value) === true)) kept.push(value);
  }
  return kept;
}

function flatten(values: FeelList): FeelList {
  return values.flatMap((value) => (isList(value) ? flatten(value) : [value]));
}

function sublist(list: FeelList, [, start = null, length]: FeelList): FeelValue {
  const position = wholeNumber(start);
  const size = length === undefined ? list.length : wholeNumber(length);
  if (position === undefined || size === undefined || size < 0) return null;
  const from = position > 0 ? position - 1 : Math.max(list.length + position, 0);
  return list.slice(from, from + size);
}
