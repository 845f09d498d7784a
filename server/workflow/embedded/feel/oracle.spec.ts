import { evaluate } from 'feelin';
import { feelValue } from './feel.testing.js';

// feelin computes with floats, so the oracle gets whole numbers only; decimals have their own cases in feel.spec.ts.
const variables = { a: 7, b: -3, c: 'Akte', d: [1, 2, 3], e: { f: 4, g: 'x' }, t: true, n: null };

describe('the same value as feelin for random expressions', () => {
  for (let seed = 1; seed <= 12; seed++) {
    it(`agrees on 100 expressions of seed ${seed}`, () => {
      const random = generator(seed);
      for (let round = 0; round < 100; round++) {
        const source = expression(random, 3);
        expect({ source, value: feelValue(source, variables) }).toEqual({
          source,
          value: plain(evaluate(source, variables).value),
        });
      }
    });
  }
});

/** Where feelin gives another value, and why ours is right. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  '0.1 + 0.2 = 0.3': 'feelin computes with floats',
  '123456789012345678 + 1 = 123456789012345679 and 123456789012345678 != 123456789012345679': 'floats again',
  'string(duration("P1D") * 1.5)': 'Zeebe multiplies durations with whole numbers only (measured)',
  'median([a, b, -2])': 'feelin sorts numbers by their first digits',
  'count(a)': 'a single value is no list on Zeebe (measured)',
  'for x in [1, 2], y in [x] return y': 'later iterations do not see the earlier ones on Zeebe (measured)',
  '"\\u00e4"': 'Zeebe knows no escapes of code points (measured)',
};

describe('another value than feelin', () => {
  it.each(Object.entries(DIFFERENCES))('%s: %s', (source) => {
    expect(feelValue(source, variables)).not.toEqual(plain(evaluate(source, variables).value));
  });
});

type Random = (below: number) => number;

/** A small linear generator: the same seed gives the same expressions on every machine. */
function generator(seed: number): Random {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function expression(random: Random, depth: number): string {
  return [truth, number, text, list, day][random(5)]!(random, depth);
}

function truth(random: Random, depth: number): string {
  if (depth <= 0) return ['true', 'false', 't', 'n'][random(4)]!;
  const [left, right] = [number(random, depth - 1), number(random, depth - 1)];
  const [first, second] = [truth(random, depth - 1), truth(random, depth - 1)];
  return [
    `(${left} ${['<', '<=', '>', '>=', '=', '!='][random(6)]!} ${right})`,
    `(${first} and ${second})`,
    `(${first} or ${second})`,
    `not(${first})`,
    `(${left} between -5 and ${right})`,
    `(${left} in [-5..5])`,
    `contains(${text(random, depth - 1)}, "k")`,
    `(some x in d satisfies x > ${left})`,
    `(every x in d satisfies x > ${left})`,
    `list contains(d, ${left})`,
    `(${left} in (${right}, 5, > 20))`,
    `odd(${left})`,
    `(date(${day(random, 0)}) < date(${day(random, depth - 1)}))`,
    `matches(${text(random, depth - 1)}, "^[A-Z]k")`,
  ][random(14)]!;
}

function number(random: Random, depth: number): string {
  if (depth <= 0) return ['a', 'b', 'e.f', '5', '-2', 'd[2]', 'count(d)'][random(7)]!;
  const [left, right] = [number(random, depth - 1), number(random, depth - 1)];
  return [
    `(${left} + ${right})`,
    `(${left} - ${right})`,
    `(${left} * 2)`,
    `(if ${truth(random, depth - 1)} then ${left} else ${right})`,
    `sum([${left}, ${right}])`,
    `min(${left}, ${right})`,
    `max([${left}, ${right}])`,
    `abs(${left})`,
    `string length(${text(random, depth - 1)})`,
    `count(d[item > ${left}])`,
    `sum(for x in d return x + ${left})`,
    `floor(${left} / 2)`,
    `modulo(${left}, 3)`,
    `count(${list(random, depth - 1)})`,
    `day of year(date(${day(random, depth - 1)}))`,
    `{x: ${left}, y: x + ${right}}.y`,
  ][random(16)]!;
}

function list(random: Random, depth: number): string {
  if (depth <= 0) return ['d', '[5, -2, 5]', '[a, b]'][random(3)]!;
  const inner = list(random, depth - 1);
  return [
    `append(${inner}, ${number(random, depth - 1)})`,
    `concatenate(${inner}, ${list(random, depth - 1)})`,
    `reverse(${inner})`,
    `distinct values(${inner})`,
    `sort(${inner}, function(x, y) x < y)`,
    `(for x in ${inner} return x * 2)`,
    `flatten([${inner}, [${number(random, depth - 1)}]])`,
    `index of(${inner}, 5)`,
    `sublist(${inner}, 2, 1)`,
    `insert before(${inner}, 1, ${number(random, depth - 1)})`,
  ][random(10)]!;
}

/** The text of a date. */
function day(random: Random, depth: number): string {
  if (depth <= 0) return ['"2026-11-03"', '"2024-02-29"', '"1999-12-31"', '"0099-01-31"'][random(4)]!;
  const unit = ['D', 'M', 'Y'][random(3)]!;
  return `string(date(${day(random, depth - 1)}) ${['+', '-'][random(2)]!} duration("P${1 + random(40)}${unit}"))`;
}

function text(random: Random, depth: number): string {
  if (depth <= 0) return ['c', '"Vorgang"', 'e.g', '""'][random(4)]!;
  const inner = text(random, depth - 1);
  return [
    `(${inner} + ${text(random, depth - 1)})`,
    `upper case(${inner})`,
    `substring(${inner}, 1, 2)`,
    `substring after(${inner}, "k")`,
    `(if ${truth(random, depth - 1)} then ${inner} else c)`,
    `replace(${inner}, "[aeiou]", "-")`,
    `string join([${inner}, c], "/")`,
    `string(${list(random, depth - 1)})`,
  ][random(8)]!;
}

function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
