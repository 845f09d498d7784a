import type { Dialect } from './dialect.js';
import { isFeelProblem, parseFeel, type FeelOptions } from './feel.js';
import { NOW } from './feel.testing.js';
import { toText } from './text.js';

/** The value as `string(…)` gives it, or why there is none. */
function outcome(source: string, options: FeelOptions): string {
  const expression = parseFeel(source, {}, options);
  if (isFeelProblem(expression)) return expression.code;
  const { value, failure } = expression.evaluate({ now: NOW, lookup: () => undefined });
  return failure?.code ?? toText(value, options.dialect) ?? 'null';
}

const both = (source: string) => (['zeebe', 'dmn'] as const).map((dialect: Dialect) => outcome(source, { dialect }));

describe('what Zeebe and the letter of DMN have each in its own way', () => {
  it.each([
    ['unbekannt(1)', 'feel.unsupported', 'null'],
    ['contains("a")', 'feel.arguments', 'null'],
    ['1e3', 'feel.unsupported', '1000'],
    ['[1..3].start', 'feel.unsupported', '1'],
    ['(function(x) x * 2)(4)', 'feel.unsupported', '8'],
    ['list replace([1, 2], 1, 9)', 'feel.unsupported', '[9, 2]'],
    ['modulo(5, 0)', 'feel.result', 'null'],
    ['substring("abc", 5)', 'feel.result', 'null'],
    ['"\\u00e4"', '\\u00e4', 'ä'],
    ['count(5)', 'null', '1'],
    ['contains(["abc"], "b")', 'null', 'true'],
    ['for x in [1, 2], y in [x] return x + y', '[null, null]', '[2, 4]'],
    ['for d in @"2026-11-30"..@"2026-12-01" return d', 'null', '[2026-11-30, 2026-12-01]'],
    ['-duration("P1D")', 'null', '-P1D'],
    ['duration("P1D") * 1.5', 'P1D', 'P1DT12H'],
    ['string(duration("PT0S"))', 'P0D', 'PT0S'],
    ['time("10:00:00Z") = time("11:00:00+01:00")', 'false', 'true'],
    ['{a: 1, a: 2}', '{a:2}', 'null'],
    ['concatenate([1], null)', '[1, null]', 'null'],
    ['5 in [[1..3], [4..6]]', 'false', 'true'],
    ['sort([3, 1, 2])', 'feel.arguments', '[1, 2, 3]'],
  ])('%s is %s there and %s here', (source, zeebe, dmn) => {
    expect(both(source)).toEqual([zeebe, dmn]);
  });
});

describe('types', () => {
  const types = new Map([['tBetrag', (value: unknown) => typeof value === 'object' && value !== null]]);

  it('refuses a type that nobody has declared', () => {
    expect(outcome('5 instance of tBetrag', { dialect: 'dmn' })).toBe('feel.unsupported');
  });

  it.each([
    ['5 instance of tBetrag', 'true'],
    ['"5" instance of tBetrag', 'false'],
    ['[1, 2] instance of list<number>', 'true'],
    ['[1, "a"] instance of list<number>', 'false'],
    ['{a: 1} instance of context<a: number>', 'true'],
    ['{a: 1} instance of context<b: number>', 'false'],
    ['[1..2] instance of range<number>', 'true'],
    ['[1..2] instance of range<string>', 'false'],
    ['null instance of Any', 'false'],
    ['(function(x) x) instance of function<number> -> number', 'true'],
    ['(function(x: number) x)("5")', 'null'],
    ['(function(x: number) x)([5])', '5'],
    ['(function(x: list<number>) x)(5)', '[5]'],
  ])('%s is %s', (source, expected) => {
    expect(outcome(source, { dialect: 'dmn', types })).toBe(expected);
  });
});

describe('regular expressions', () => {
  it.each([
    ['matches("O", "[A-Z-[OI]]")', 'false'],
    ['matches("X", "[A-Z-[OI]]")', 'true'],
    ['matches("a\\nb", "a.b")', 'false'],
    ['matches("a\\nb", "a.b", "s")', 'true'],
    ['matches("hello world", "hello[ ]world", "x")', 'true'],
    ['matches("x.y", "X.Y", "qi")', 'true'],
    ['matches("äöü", "^\\p{IsLatin-1Supplement}+$")', 'true'],
    ['matches("a", "[")', 'null'],
    ['replace("abc", "(b)(c)", "$2$1")', 'acb'],
    ['replace("abc", "b", "[\\\\$]")', 'a[$]c'],
    ['split("a1b22c", "[0-9]+")', '["a", "b", "c"]'],
  ])('%s is %s', (source, expected) => {
    expect(outcome(source, { dialect: 'dmn' })).toBe(expected);
  });

  it('fail where only a matcher could help that may take for ever', () => {
    expect(both('matches("aa", "(a)" + "\\1")')).toEqual(['feel.result', 'null']);
  });

  it('are refused where such a pattern stands in the model', () => {
    expect(both('matches("aa", "(a)\\1")')).toEqual(['feel.unsupported', 'null']);
    expect(both('replace("ab", "a(?=b)", "x")')).toEqual(['feel.unsupported', 'null']);
    expect(both('split("a(?=b)", "(")')).toEqual(['null', 'null']);
  });
});
