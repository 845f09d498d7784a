import { isFeelProblem, parseFeel, parseUnaryTests, type FeelNames } from './feel.js';
import { NOW, problemOf } from './feel.testing.js';
import { toJson } from './json.js';
import { Decimal, type FeelValue } from './values.js';

describe('names that a model declares', () => {
  const value = (source: string, variables: Record<string, FeelValue>, names: FeelNames) => {
    const expression = parseFeel(source, names);
    if (isFeelProblem(expression)) throw new Error(expression.en);
    return toJson(expression.evaluate({ now: NOW, lookup: (name) => variables[name] }).value);
  };

  it('refuses a call of a function that nobody can know', () => {
    expect(problemOf('steuersatz(5)')).toMatchObject({ code: 'feel.unsupported' });
  });

  it('gives null for a call of what is no function, or with other parameters', () => {
    expect(value('f(1)', { f: 'text' }, { f: null })).toBeNull();
    const f: FeelValue = { kind: 'function', parameters: ['a'], call: ([a = null]) => a };
    expect(value('f(1, 2)', { f }, { f: null })).toBeNull();
    expect(value('f(b: 1)', { f }, { f: null })).toBeNull();
  });

  it('reads names that hold signs and words of the language, also below other names', () => {
    const names = { Antrag: { 'Höhe-in-€': null, 'Grund oder Anlass': null } };
    const variables = {
      Antrag: new Map<string, FeelValue>([
        ['Höhe-in-€', '5'],
        ['Grund oder Anlass', 'x'],
      ]),
    };
    expect(value('Antrag.Höhe-in-€ + Antrag.Grund  oder Anlass', variables, names)).toBe('5x');
  });

  it('calls functions with positional and named parameters', () => {
    const f: FeelValue = { kind: 'function', parameters: ['von wem', 'an'], call: (given) => given };
    expect(value('hole es(1, 2)', { 'hole es': f }, { 'hole es': null })).toEqual([1, 2]);
    expect(value('hole es(an: 2, von wem: 1)', { 'hole es': f }, { 'hole es': null })).toEqual([1, 2]);
  });
});

describe('unary tests', () => {
  const passes = (source: string, input: FeelValue, variables: Record<string, FeelValue> = {}) => {
    const tests = parseUnaryTests(source);
    if (isFeelProblem(tests)) throw new Error(tests.en);
    return tests.test(input, { now: NOW, lookup: (name) => variables[name] }).value;
  };
  const five = new Decimal(5);

  it('refuses what cannot be read', () => {
    expect(parseUnaryTests('> 5,, <')).toMatchObject({ code: 'feel.syntax' });
  });

  it.each([
    ['-', true],
    ['5', true],
    ['4, 5', true],
    ['4, 6', false],
    ['< 5', false],
    ['[1..5)', false],
    ['[1..5]', true],
    ['not(4, 5)', false],
    ['not(4)', true],
    ['? * 2 > grenze', true],
    ['? > 1 and not(? = 4)', true],
    ['not(? > 1)', false],
    ['grenze', false],
    ['[grenze, 5]', true],
    ['> "a"', null],
  ])('%s on 5 gives %s', (source, expected) => {
    expect(passes(source, five, { grenze: new Decimal(9) })).toBe(expected);
  });
});
