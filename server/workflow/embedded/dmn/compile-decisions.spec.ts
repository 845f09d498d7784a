import { compileDecisions } from './compile-decisions.js';
import { dmn, findingsIn, literalDecision, requires, tableDecision } from './dmn.testing.js';

const table = (rules: readonly string[], hit = 'UNIQUE') => dmn(tableDecision('wer', { hit, rules }));

describe('compileDecisions refuses', () => {
  it.each([
    ['what is no XML', '<definitions', 'dmn.unreadable '],
    [
      'another root',
      '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" />',
      'dmn.unreadable ',
    ],
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]><definitions />', 'dmn.doctype '],
    ['a file without a decision', dmn('<inputData id="i" name="i" />'), 'dmn.noDecision pruefung'],
    ['a decision without logic', dmn('<decision id="d" name="d" />'), 'dmn.noLogic d'],
    [
      'a decision without id',
      dmn('<decision name="d"><literalExpression><text>1</text></literalExpression></decision>'),
      'dmn.noId pruefung',
    ],
    ['a cell that is no FEEL', table(['> 5,, < | "a"']), 'dmn.feel wer_r1_inputEntry1'],
    ['an output that is no FEEL', table(['> 5 | 1 +']), 'dmn.feel wer_r1_outputEntry1'],
    ['a function that nobody has', dmn(literalDecision('d', 'steuersatz(5)')), 'dmn.feel d_text'],
    ['a rule with too few cells', table(['"a"']), 'dmn.tableColumns wer_r1'],
    ['priorities without their order', table(['- | "a"'], 'PRIORITY'), 'dmn.priorities wer_table'],
    ['an aggregation of another hit policy', table(['- | 1'], 'FIRST + SUM'), 'dmn.aggregation wer_table'],
    ['a requirement that leads nowhere', dmn(literalDecision('d', '1', requires('fehlt'))), 'dmn.reference d'],
    [
      'an import that is not there',
      dmn(
        `<import name="x" namespace="http://fern" importType="https://www.omg.org/spec/DMN/20191111/MODEL/" />${literalDecision('d', '1')}`,
      ),
      'dmn.import pruefung',
    ],
    [
      'another expression language',
      dmn(
        '<decision id="d" name="d"><literalExpression id="l" expressionLanguage="juel"><text>1</text></literalExpression></decision>',
      ),
      'dmn.language l',
    ],
    [
      'functions in Java',
      dmn(
        '<decision id="d" name="d"><functionDefinition id="f" kind="Java"><context /></functionDefinition></decision>',
      ),
      'dmn.external f',
    ],
    ['elements that nobody knows', dmn('<decision id="d" name="d"><oracle id="o" /></decision>'), 'dmn.content d'],
  ])('%s', async (_, xml, finding) => {
    expect(await findingsIn(xml)).toContain(finding);
    expect(await compileDecisions(xml)).toMatchObject({ kind: 'refused' });
  });

  it('an id that occurs twice, by this id', async () => {
    const twice = await compileDecisions(dmn(literalDecision('d', '1') + literalDecision('d', '2')));
    expect(twice).toMatchObject({
      kind: 'refused',
      findings: expect.arrayContaining([expect.objectContaining({ at: 'd' })]),
    });
  });

  it('decisions that need each other, with the way around', async () => {
    const result = await compileDecisions(
      dmn(literalDecision('a', 'b', requires('b')) + literalDecision('b', 'a', requires('a'))),
    );
    expect(result).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'dmn.cycle', at: 'a', de: 'Diese Entscheidung braucht sich selbst: a → b → a.' }],
    });
  });

  it('a file of 50 MB before it reads it', async () => {
    const before = process.hrtime.bigint();
    expect(await findingsIn(' '.repeat(50_000_000))).toEqual(['dmn.tooLarge ']);
    expect(Number(process.hrtime.bigint() - before) / 1e6).toBeLessThan(1000);
  });

  it('a table of 10,001 rules', async () => {
    const rule = '<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>';
    const xml = dmn(
      `<decision id="d" name="d"><decisionTable id="t"><input><inputExpression><text>a</text></inputExpression></input><output />${rule.repeat(10_001)}</decisionTable></decision>`,
    );
    expect(await findingsIn(xml)).toEqual(['dmn.tableRules t']);
  });

  it('everything at once', async () => {
    const xml = dmn(
      tableDecision('wer', { rules: ['> | "a"', '- | 1 +', '1'] }) + literalDecision('d', '(', requires('fehlt')),
    );
    expect(await findingsIn(xml)).toEqual([
      'dmn.reference d',
      'dmn.feel wer_r1_inputEntry1',
      'dmn.feel wer_r2_outputEntry1',
      'dmn.tableColumns wer_r3',
      'dmn.feel d_text',
    ]);
  });
});

describe('compileDecisions', () => {
  it.each([
    '20151101/dmn.xsd',
    '20180521/MODEL/',
    '20191111/MODEL/',
    '20211108/MODEL/',
    '20230324/MODEL/',
    '20240513/MODEL/',
  ])('reads the namespace of every version of DMN: %s', async (version) => {
    const xml = dmn(literalDecision('d', '1')).replace('20191111/MODEL/', version);
    expect(await compileDecisions(xml)).toMatchObject({ kind: 'compiled', model: { id: 'pruefung' } });
  });

  it('warns of a type that nobody has defined', async () => {
    const xml = dmn(
      '<decision id="d" name="d"><variable name="d" typeRef="tBetrag" /><literalExpression><text>1</text></literalExpression></decision>',
    );
    expect(await findingsIn(xml)).toEqual(['dmn.type d']);
    expect(await compileDecisions(xml)).toMatchObject({ kind: 'compiled' });
  });
});
