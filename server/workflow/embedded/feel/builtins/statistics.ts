import { order } from '../compare.js';
import { asList, Decimal, finite, isList, type FeelList, type FeelValue } from '../values.js';
import { define, numbersIn, type Builtin } from './builtin.js';

/** What is computed from all values of a list; they may also be given one by one. */
export const statisticsBuiltins: readonly Builtin[] = [
  define('sum(list…)', (given) => overNumbers(given, (numbers) => sum(numbers))),
  define('product(list…)', (given) =>
    overNumbers(given, (numbers) => numbers.reduce((product, number) => product.times(number))),
  ),
  define('mean(list…)', (given) => overNumbers(given, mean)),
  define('median(list…)', (given) => overNumbers(given, median)),
  define('stddev(list…)', deviation),
  define('mode(list…)', (given) => {
    const numbers = numbersIn(spread(given));
    return numbers === null || given.length === 0 || given[0] === null ? null : mode(numbers);
  }),
  define('min(list…)', (given) => extreme(spread(given), -1)),
  define('max(list…)', (given) => extreme(spread(given), 1)),
  define('all(list…)', (given) => truth(given, false)),
  define('any(list…)', (given) => truth(given, true)),
];

function spread(given: FeelList): FeelList {
  const [first] = given;
  return given.length === 1 && first !== undefined && isList(first) ? first : given;
}

function overNumbers(given: FeelList, work: (numbers: readonly Decimal[]) => Decimal | null): FeelValue {
  const numbers = numbersIn(spread(given));
  const result = numbers === null || numbers.length === 0 ? null : work(numbers);
  return result === null ? null : finite(result);
}

function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((total, number) => total.plus(number));
}

function mean(numbers: readonly Decimal[]): Decimal {
  return sum(numbers).dividedBy(numbers.length);
}

function median(numbers: readonly Decimal[]): Decimal | null {
  const sorted = [...numbers].sort((one, other) => one.comparedTo(other));
  const middle = Math.floor(sorted.length / 2);
  return mean(sorted.slice(sorted.length % 2 === 0 ? middle - 1 : middle, middle + 1));
}

/** Of a sample: one degree of freedom is used up by the mean. */
export function deviation(given: FeelList): FeelValue {
  return overNumbers(given, deviationOf);
}

function deviationOf(numbers: readonly Decimal[]): Decimal | null {
  if (numbers.length < 2) return null;
  const centre = mean(numbers);
  const squares = numbers.map((number) => number.minus(centre).toPower(2));
  return sum(squares)
    .dividedBy(numbers.length - 1)
    .sqrt();
}

function mode(numbers: readonly Decimal[]): FeelList {
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(number.toFixed(), (counts.get(number.toFixed()) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([text]) => new Decimal(text))
    .sort((one, other) => one.comparedTo(other));
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

function truth(given: FeelList, decisive: boolean): FeelValue {
  if (given.length === 0) return null;
  const values = given.length === 1 && given[0] !== null ? asList(given[0] ?? null) : given;
  if (values.includes(decisive)) return decisive;
  return values.every((value) => value === !decisive) ? !decisive : null;
}
