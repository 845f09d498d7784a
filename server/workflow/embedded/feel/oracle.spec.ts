import { evaluate } from 'feelin';
import { feelValue } from './feel.testing.js';

// feelin computes with floats, so the oracle gets whole numbers only; decimals have their own cases in feel.spec.ts.
const variables = { a: 7, b: -3, c: 'Akte', d: [1, 2, 3], e: { f: 4, g: 'x' }, t: true, n: null };

describe('the same value as feelin for random expressions', () => {
  for (let seed = 1; seed <= 12; seed++) {
    it(`agrees on 100 expressions of seed ${seed}`, () => {
      const random = generator(seed);
      for (let round = 0; round < 100; round++) {
        const source = expression(random, 4);
        expect({ source, value: feelValue(source, variables) }).toEqual({
          source,
          value: plain(evaluate(source, variables).value),
        });
      }
    });
  }
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
  return [truth, number, text][random(3)]!(random, depth);
}

function truth(random: Random, depth: number): string {
  if (depth === 0) return ['true', 'false', 't', 'n'][random(4)]!;
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
  ][random(10)]!;
}

function number(random: Random, depth: number): string {
  if (depth === 0) return ['a', 'b', 'e.f', '5', '-2', 'd[2]', 'count(d)'][random(7)]!;
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
  ][random(11)]!;
}

function text(random: Random, depth: number): string {
  if (depth === 0) return ['c', '"Vorgang"', 'e.g', '""'][random(4)]!;
  const inner = text(random, depth - 1);
  return [
    `(${inner} + ${text(random, depth - 1)})`,
    `upper case(${inner})`,
    `substring(${inner}, 1, 2)`,
    `substring after(${inner}, "k")`,
    `(if ${truth(random, depth - 1)} then ${inner} else c)`,
  ][random(5)]!;
}

function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
