import { failureOf, feelValue, problemOf } from './feel.testing.js';

// Whatever somebody writes into a model: it ends, in bounded time and memory, with a sentence.
const SECONDS = 5_000;

describe('hostile expressions are refused at deployment', () => {
  it.each([
    ['brackets', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
    ['brackets that never close', '['.repeat(19_000)],
    ['lists', `${'['.repeat(400)}${']'.repeat(400)}`],
    ['contexts', `${'{a:'.repeat(400)}1${'}'.repeat(400)}`],
    ['conditions', `${'if true then '.repeat(400)}1${' else 2'.repeat(400)}`],
    ['signs', `${'-'.repeat(5_000)}1`],
    ['functions', `${'function(x) '.repeat(1_000)}x`],
    ['text of a megabyte', `"${'a'.repeat(1_000_000)}"`],
    ['sums', `1${' + 1'.repeat(4_900)}`],
    ['paths', `a${'.a'.repeat(5_000)}`],
  ])(
    '%s without end',
    (_, source) => {
      expect(problemOf(source)?.code).toMatch(/^feel\.(limit|syntax|unsupported)$/);
    },
    SECONDS,
  );
});

describe('hostile expressions fail while they run', () => {
  it.each([
    'for i in 1..1000000000 return i',
    'count(for i in 1..1000000000 return i)',
    'some i in 1..1000000000 satisfies i < 0',
    'for a in 1..1000, b in 1..1000, c in 1..1000 return a',
    'for i in 1..10 ** 30 return i',
    'for i in 1..100 return if i = 1 then "aaaaaaaaaa" else partial[-1] + partial[-1]',
    'for i in 1..100 return if i = 1 then [1, 1] else concatenate(flatten(partial), flatten(partial))',
    '{f: function(g, n) g(g, n + 1), y: f(f, 1)}.y',
    'string join(for i in 1..100000 return string join(for j in 1..100 return "aaaaaaaaaaaaaaaaaaaa"))',
    'distinct values(for i in 1..100000 return i)',
    'duplicate values(for i in 1..100000 return i)',
    'sort(for i in 1..200000 return -i, function(x, y) x < y)',
  ])(
    '%s',
    (source) => {
      expect(failureOf(source)).toMatchObject({
        code: 'feel.work',
        de: expect.stringContaining('Abhilfe'),
        en: expect.stringContaining('Remedy'),
      });
    },
    SECONDS,
  );
});

describe('hostile values give a value or none', () => {
  const text = 'a'.repeat(50_000);

  it.each([
    ['10 ** 1000000', null],
    ['10 ** 999999999999', null],
    ['2 ** 0.123456789123456789 > 1', true],
    ['exp(1000000000)', null],
    ['exp(-1000000000) >= 0', true],
    ['decimal(1.5, 1000000000)', null],
    ['string(10 ** 6000) = string(10 ** 6000)', true],
    ['date("2026-11-03") + duration("P999999999999Y")', null],
    ['date("2026-11-03") + duration("P99999999999999999D")', null],
    ['duration("P999999999999999999D") * 1000000000', null],
    ['number(text)', null],
    ['matches(text, "(a+)+$")', true],
    ['matches(text, "(a|a)*b")', false],
    ['matches(text, "(.*)*(.*)*(.*)*x")', false],
    ['string length(replace(text, "(a*)*b", "x"))', 50_000],
    ['matches(text, "((a{1,100}){1,100}){1,100}b")', null],
    ['date(text)', null],
    ['duration(text)', null],
    ['text in ["a".."b"]', true],
  ])(
    '%s is %j',
    (source, expected) => {
      expect(feelValue(source, { text })).toEqual(expected);
    },
    SECONDS,
  );
});
