import { decidedValue, dmn, evaluated, literalDecision, requires, tableDecision } from './dmn.testing.js';

const bkm = (body: string, parameter = 'n') =>
  `<businessKnowledgeModel id="f" name="f"><variable name="f" /><encapsulatedLogic><formalParameter name="${parameter}" /><literalExpression><text>${body}</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>`;
const knows = '<knowledgeRequirement><requiredKnowledge href="#f" /></knowledgeRequirement>';
const boxed = (box: string, before = '') => dmn(`<decision id="d" name="d">${before}${box}</decision>`);
const literal = (text: string) => `<literalExpression><text>${text}</text></literalExpression>`;

describe('a decision fails', () => {
  it('with the names that nobody has, and the decision and cell that asked for them', async () => {
    const xml = dmn(tableDecision('wer', { rules: ['> grenze | "a"'] }));
    expect((await evaluated(xml, 'wer', { betrag: 5 })).failures).toEqual([
      {
        at: 'wer_table',
        decision: 'wer',
        de: 'Diese Variablen fehlen: grenze.',
        en: 'These variables are missing: grenze.',
      },
    ]);
  });

  it('where a function calls itself without end', async () => {
    const xml = dmn(bkm('f(n)') + literalDecision('d', 'f(1)', knows));
    const { value, failures } = await evaluated(xml, 'd', {});
    expect(value).toBeNull();
    expect(failures).toMatchObject([{ en: 'The evaluation takes too many steps.' }]);
  });

  it('where loops over loops would take minutes', async () => {
    const loop = (body: string) =>
      `<for iteratorVariable="i"><in>${literal('for i in 1..1000 return i')}</in><return>${body}</return></for>`;
    const xml = boxed(loop(loop(loop(literal('1')))));
    expect((await evaluated(xml, 'd', {})).failures).toMatchObject([{ en: 'The evaluation takes too many steps.' }]);
  });

  it('where it invokes what is no function, or with unknown parameters', async () => {
    const invoked = (called: string, parameter: string) =>
      `<invocation>${literal(called)}<binding><parameter name="${parameter}" />${literal('1')}</binding></invocation>`;
    expect((await evaluated(boxed(invoked('1', 'n')), 'd', {})).failures).toHaveLength(1);
    const xml = dmn(`${bkm('n')}<decision id="d" name="d">${knows}${invoked('f', 'm')}</decision>`);
    expect((await evaluated(xml, 'd', {})).failures).toHaveLength(1);
  });
});

describe('a decision', () => {
  it('sees the outcomes of what it requires, each made once, and says how', async () => {
    const xml = dmn(
      tableDecision('stufe', { rules: ['>= 1000 | "hoch"', '< 1000 | "niedrig"'] }) +
        literalDecision('frist', 'if stufe = "hoch" then 14 else 7', requires('stufe')) +
        literalDecision('text', 'stufe + " " + string(frist)', requires('stufe', 'frist')),
    );
    const { value, trace } = await evaluated(xml, 'text', { betrag: 1000 });
    expect(value).toBe('hoch 14');
    expect(trace.map(({ decisionId }) => decisionId)).toEqual(['stufe', 'frist', 'text']);
    expect(trace[0]?.tables).toMatchObject([{ inputs: [{ label: 'betrag' }], rules: ['stufe_r1'] }]);
  });

  it('takes the null of a required decision for an outcome, not for a missing name', async () => {
    const xml = dmn(
      tableDecision('stufe', { rules: ['> 100 | "hoch"'] }) +
        literalDecision('text', 'if stufe = "hoch" then 1 else 2', requires('stufe')),
    );
    expect(await decidedValue(xml, 'text', { betrag: 5 })).toBe(2);
  });

  it('keeps decimals exact', async () => {
    expect(await decidedValue(dmn(literalDecision('d', 'a + 0.2 = 0.3')), 'd', { a: 0.1 })).toBe(true);
  });

  it('calls business knowledge models, also recursively', async () => {
    const xml = dmn(bkm('if n = 0 then 1 else n * f(n - 1)') + literalDecision('d', 'f(20)', knows));
    expect(await decidedValue(xml, 'd')).toBe(2432902008176640000);
  });

  it('invokes with named parameters given by boxed expressions', async () => {
    const box = `<invocation>${literal('f')}<binding><parameter name="n" />${literal('a * 2')}</binding></invocation>`;
    expect(
      await decidedValue(dmn(`${bkm('n + 1')}<decision id="d" name="d">${knows}${box}</decision>`), 'd', { a: 3 }),
    ).toBe(7);
  });

  it('calls a decision service with what it requires from outside', async () => {
    const service =
      '<decisionService id="s" name="s"><outputDecision href="#a" /><inputDecision href="#b" /></decisionService>';
    const xml = dmn(
      service +
        literalDecision('a', 'b * 2', requires('b')) +
        literalDecision('b', '1') +
        literalDecision(
          'd',
          '[s(21), b]',
          `${requires('b')}<knowledgeRequirement><requiredKnowledge href="#s" /></knowledgeRequirement>`,
        ),
    );
    expect(await decidedValue(xml, 'd')).toEqual([42, 1]);
  });

  it('reads names with spaces and signs that the model declares', async () => {
    const xml = dmn(
      `<inputData id="i" name="Höhe-in-€"><variable name="Höhe-in-€" /></inputData>${literalDecision('d', 'Höhe-in-€ + 1', '<informationRequirement><requiredInput href="#i" /></informationRequirement>')}`,
    );
    expect(await decidedValue(xml, 'd', { 'Höhe-in-€': 4 })).toBe(5);
  });
});

describe('a boxed', () => {
  it.each([
    [
      'context with named entries',
      `<context><contextEntry><variable name="a" />${literal('1')}</contextEntry><contextEntry><variable name="b" />${literal('a + 1')}</contextEntry></context>`,
      { a: 1, b: 2 },
    ],
    [
      'context with an outcome',
      `<context><contextEntry><variable name="a" />${literal('1')}</contextEntry><contextEntry>${literal('a + 1')}</contextEntry></context>`,
      2,
    ],
    ['list', `<list>${literal('1')}${literal('"a"')}</list>`, [1, 'a']],
    [
      'relation',
      `<relation><column name="a" /><column name="b" /><row>${literal('1')}${literal('2')}</row><row>${literal('3')}${literal('4')}</row></relation>`,
      [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
    ],
    [
      'conditional',
      `<conditional><if>${literal('false')}</if><then>${literal('1')}</then><else>${literal('2')}</else></conditional>`,
      2,
    ],
    ['filter', `<filter><in>${literal('[1, 2, 3]')}</in><match>${literal('item != 2')}</match></filter>`, [1, 3]],
    [
      'for',
      `<for iteratorVariable="i"><in>${literal('[1, 2, 3]')}</in><return>${literal('i * 2')}</return></for>`,
      [2, 4, 6],
    ],
    [
      'some',
      `<some iteratorVariable="i"><in>${literal('[1, 2]')}</in><satisfies>${literal('i = 2')}</satisfies></some>`,
      true,
    ],
    [
      'every',
      `<every iteratorVariable="i"><in>${literal('[1, 2]')}</in><satisfies>${literal('i = 2')}</satisfies></every>`,
      false,
    ],
  ])('%s', async (_, box, expected) => {
    expect(await decidedValue(boxed(box), 'd')).toEqual(expected);
  });
});
