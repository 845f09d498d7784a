import { decidedValue, dmn, evaluated, tableDecision, type TableOptions } from '../dmn.testing.js';

const decide = (options: TableOptions, variables = { betrag: 5 }) =>
  decidedValue(dmn(tableDecision('wer', options)), 'wer', variables);
const failing = async (options: TableOptions) =>
  (await evaluated(dmn(tableDecision('wer', options)), 'wer', { betrag: 5 })).failures.map(({ en }) => en);

const ranked = ['stufe: "hoch", "mittel", "niedrig"'];

describe('a decision table fails', () => {
  it('where several rules match under UNIQUE', async () => {
    expect(await failing({ rules: ['> 1 | "a"', '> 2 | "a"'] })).toEqual([
      'Several rules match; the hit policy “UNIQUE” allows only one.',
    ]);
  });

  it('where rules with different outcomes match under ANY', async () => {
    expect(await failing({ hit: 'ANY', rules: ['> 1 | "a"', '> 2 | "b"'] })).toHaveLength(1);
  });

  it('where texts are to be added', async () => {
    expect(await failing({ hit: 'COLLECT + SUM', rules: ['- | 1', '- | "a"'] })).toEqual([
      'The outcomes of the rules cannot be aggregated.',
    ]);
  });
});

describe('a decision table', () => {
  it.each<[string, TableOptions, unknown]>([
    ['UNIQUE', { rules: ['> 5 | "a"', '<= 5 | "b"'] }, 'b'],
    ['ANY', { hit: 'ANY', rules: ['> 1 | "a"', '> 2 | "a"'] }, 'a'],
    ['FIRST', { hit: 'FIRST', rules: ['> 9 | "a"', '> 2 | "b"', '- | "c"'] }, 'b'],
    ['PRIORITY', { hit: 'PRIORITY', outputs: ranked, rules: ['- | "niedrig"', '- | "hoch"', '- | "mittel"'] }, 'hoch'],
    [
      'OUTPUT ORDER',
      { hit: 'OUTPUT ORDER', outputs: ranked, rules: ['- | "niedrig"', '- | "hoch"', '- | "mittel"'] },
      ['hoch', 'mittel', 'niedrig'],
    ],
    ['RULE ORDER', { hit: 'RULE ORDER', rules: ['- | "b"', '> 9 | "x"', '- | "a"'] }, ['b', 'a']],
    ['COLLECT', { hit: 'COLLECT', rules: ['- | 3', '- | 1'] }, [3, 1]],
    ['COLLECT SUM', { hit: 'COLLECT + SUM', rules: ['- | 0.1', '- | 0.2'] }, 0.3],
    ['COLLECT MIN', { hit: 'COLLECT + MIN', rules: ['- | 3', '- | 1'] }, 1],
    ['COLLECT MAX', { hit: 'COLLECT + MAX', rules: ['- | 3', '- | 1'] }, 3],
    ['COLLECT COUNT', { hit: 'COLLECT + COUNT', rules: ['- | 3', '- | 3'] }, 2],
    ['no match', { rules: ['> 5 | "a"'] }, null],
    ['no match of a list', { hit: 'COLLECT', rules: ['> 5 | "a"'] }, null],
    ['several outputs', { outputs: ['stufe', 'frist'], rules: ['- | "a" | 14'] }, { stufe: 'a', frist: 14 }],
    [
      'several outputs in a list',
      { hit: 'COLLECT', outputs: ['a', 'b'], rules: ['- | 1 | 2', '- | 3 | 4'] },
      [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
    ],
    ['a negated cell', { rules: ['not(5, 6) | "a"', '5, 6 | "b"'] }, 'b'],
    ['a cell that speaks of the input', { rules: ['? * 2 > 9 | "a"'] }, 'a'],
  ])('decides by %s', async (_, options, expected) => {
    expect(await decide(options)).toEqual(expected);
  });

  it('gives the default outputs where no rule matches', async () => {
    const xml = dmn(tableDecision('wer', { rules: ['> 5 | "a"'] })).replace(
      '<output id="wer_out1" name="stufe">',
      '<output id="wer_out1" name="stufe"><defaultOutputEntry><text>"keine"</text></defaultOutputEntry>',
    );
    expect(await decidedValue(xml, 'wer', { betrag: 5 })).toBe('keine');
  });

  it('of 10,000 rules decides in less than a second', async () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => `${index}|${index % 7}`);
    const xml = dmn(tableDecision('wer', { rules }));
    const started = performance.now();
    expect(await decidedValue(xml, 'wer', { betrag: 9_999 })).toBe(9_999 % 7);
    // Reading it takes longer than using it, and happens once for each deployment.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
