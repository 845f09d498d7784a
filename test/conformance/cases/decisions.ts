import {
  expectEnded,
  expectIncident,
  expectRefused,
  resolve,
  setVariables,
  start as begin,
  type Case,
} from '../format/case.js';
import { asks, by, decided } from '../format/decided.js';
import { decision, decisions, literal, table, text } from '../format/decisions.js';
import { output, rule } from '../format/elements.js';
import { straight } from '../format/straight.js';

const ranked = ['stufe: "hoch", "mittel", "niedrig"'];
const threeLevels = ['- | "niedrig"', '- | "hoch"', '- | "mittel"'];

const tables: Case[] = [
  by('UNIQUE takes the only match', { rules: ['> 5 | "a"', '<= 5 | "b"'] }, 'b'),
  by('ANY takes what all say', { hit: 'ANY', rules: ['> 1 | "a"', '> 2 | "a"'] }, 'a'),
  by('FIRST takes the first match', { hit: 'FIRST', rules: ['> 9 | "a"', '> 2 | "b"', '- | "c"'] }, 'b'),
  by('RULE ORDER gives a list', { hit: 'RULE ORDER', rules: ['- | "b"', '> 9 | "x"', '- | "a"'] }, ['b', 'a']),
  by('COLLECT gives a list', { hit: 'COLLECT', rules: ['- | 3', '- | 1'] }, [3, 1]),
  by('COLLECT adds', { hit: 'COLLECT + SUM', rules: ['- | 0.1', '- | 0.2'] }, 0.3),
  by('COLLECT takes the least', { hit: 'COLLECT + MIN', rules: ['- | 3', '- | 1'] }, 1),
  by('COLLECT takes the greatest', { hit: 'COLLECT + MAX', rules: ['- | 3', '- | 1'] }, 3),
  by('COLLECT counts', { hit: 'COLLECT + COUNT', rules: ['- | 3', '- | 3'] }, 2),
  by('PRIORITY takes the most important', { hit: 'PRIORITY', outputs: ranked, rules: threeLevels }, 'hoch'),
  by('OUTPUT ORDER sorts', { hit: 'OUTPUT ORDER', outputs: ranked, rules: threeLevels }, ['hoch', 'mittel', 'niedrig']),
  by('no match is null', { rules: ['> 5 | "a"'] }, null),
  by('no match of a list is null', { hit: 'COLLECT', rules: ['> 5 | "a"'] }, null),
  by(
    'several outputs are a context',
    { outputs: ['stufe', 'frist'], rules: ['- | "a" | 14'] },
    { stufe: 'a', frist: 14 },
  ),
  by('several outputs in a list', { hit: 'COLLECT', outputs: ['a', 'b'], rules: ['- | 1 | 2', '- | 3 | 4'] }, [
    { a: 1, b: 2 },
    { a: 3, b: 4 },
  ]),
  by('several inputs', { inputs: ['betrag', 'art'], rules: ['> 1 | "x" | 1', '> 1 | "y" | 2'] }, 2, {
    betrag: 5,
    art: 'y',
  }),
  by('a negated cell', { rules: ['not(5, 6) | "a"', '5, 6 | "b"'] }, 'b'),
  by('a range in a cell', { rules: ['[1..5) | "a"', '[5..9] | "b"'] }, 'b'),
  by('a cell that speaks of the input', { rules: ['? * 2 > 9 | "a"'] }, 'a'),
  by('a cell that compares with a variable', { rules: ['> grenze | "a"', '<= grenze | "b"'] }, 'b', {
    betrag: 5,
    grenze: 5,
  }),
  by('a boolean input', { inputs: ['ok'], rules: ['true | 1', 'false | 2'] }, 2, { ok: false }),
  by('an input that is null', { rules: ['null | "leer"', 'not(null) | "da"'] }, 'leer', { betrag: null }),
  by('an output that is calculated', { rules: ['- | betrag * 0.1'] }, 0.5),
  by('decimals are exact', { inputs: ['a + b'], rules: ['0.3 | "genau"', '- | "ungenau"'], hit: 'FIRST' }, 'genau', {
    a: 0.1,
    b: 0.2,
  }),
  by(
    'a date that is read',
    { inputs: ['date(tag)'], rules: ['< date("2026-01-01") | "alt"', '- | "neu"'], hit: 'FIRST' },
    'neu',
    { tag: '2026-11-03' },
  ),
];

const graph = decisions(
  table('stufe', { rules: ['>= 1000 | "hoch"', '< 1000 | "niedrig"'] }),
  literal('frist', 'if stufe = "hoch" then 14 else 7', ['stufe']),
  literal('wer', 'stufe + " " + string(frist)', ['stufe', 'frist']),
);
const knowledge =
  '<businessKnowledgeModel id="CASE-f" name="f"><variable id="f_v" name="f" /><encapsulatedLogic id="f_l"><formalParameter id="f_n" name="n" /><literalExpression id="f_t"><text>n + 1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>';
const knows = '<knowledgeRequirement id="k"><requiredKnowledge href="#CASE-f" /></knowledgeRequirement>';

const graphs: Case[] = [
  decided('Three decisions, one behind the other', [graph], { betrag: 1000 }, 'hoch 14'),
  decided(
    'A required decision that gives null',
    [
      decisions(
        table('stufe', { rules: ['> 100 | "hoch"'] }),
        literal('wer', 'if stufe = null then 1 else 2', ['stufe']),
      ),
    ],
    { betrag: 5 },
    1,
  ),
  decided(
    'A literal expression gives a context',
    [decisions(literal('wer', '{ a: betrag, b: [1, "x"] }'))],
    { betrag: 5 },
    { a: 5, b: [1, 'x'] },
  ),
  decided(
    'A business knowledge model is called',
    [decisions(knowledge, decision('wer', knows + text('t', 'f(betrag) * 2')))],
    { betrag: 5 },
    12,
  ),
  decided(
    'A business knowledge model is invoked',
    [
      decisions(
        knowledge,
        decision(
          'wer',
          `${knows}<invocation id="i">${text('c', 'f')}<binding><parameter id="p" name="n" />${text('v', 'betrag')}</binding></invocation>`,
        ),
      ),
    ],
    { betrag: 5 },
    6,
  ),
  decided(
    'A boxed context',
    [
      decisions(
        decision(
          'wer',
          `<context id="c"><contextEntry id="e1"><variable id="v1" name="x" />${text('t1', 'betrag')}</contextEntry><contextEntry id="e2"><variable id="v2" name="y" />${text('t2', 'x + 1')}</contextEntry></context>`,
        ),
      ),
    ],
    { betrag: 5 },
    { x: 5, y: 6 },
  ),
  decided(
    'A boxed list',
    [decisions(decision('wer', `<list id="l">${text('t1', 'betrag')}${text('t2', '"x"')}</list>`))],
    { betrag: 5 },
    [5, 'x'],
  ),
  decided(
    'A relation',
    [
      decisions(
        decision(
          'wer',
          `<relation id="r"><column id="c1" name="a" /><column id="c2" name="b" /><row id="r1">${text('t1', '1')}${text('t2', 'betrag')}</row></relation>`,
        ),
      ),
    ],
    { betrag: 5 },
    [{ a: 1, b: 5 }],
  ),
];

const calls: Case[] = [
  {
    name: 'The outcome of a decision in a mapping',
    files: [graph, asks([output('=wer', 'ergebnis')])],
    script: [begin({ betrag: 5 }), expectEnded({ betrag: 5, ergebnis: 'niedrig 7' })],
  },
  {
    name: 'A decision by an expression',
    files: [decisions(literal('wer', '1')), straight([rule('a', '=welche', 'wer')])],
    script: [begin({ welche: 'CASE-wer' }), expectEnded({ wer: 1 })],
  },
  {
    name: 'Two matches under UNIQUE are an incident',
    files: [decisions(table('wer', { rules: ['> 1 | "a"', '> 2 | "b"'] })), asks()],
    script: [
      begin({ betrag: 3 }),
      expectIncident('a', 'DECISION_EVALUATION_ERROR'),
      setVariables({ betrag: 2 }),
      resolve('a'),
      expectEnded({ wer: 'a' }),
    ],
  },
  {
    name: 'Different matches under ANY are an incident',
    files: [decisions(table('wer', { hit: 'ANY', rules: ['> 1 | "a"', '> 2 | "b"'] })), asks()],
    script: [begin({ betrag: 3 }), expectIncident('a', 'DECISION_EVALUATION_ERROR')],
  },
  {
    name: 'A sum of texts is an incident',
    files: [decisions(table('wer', { hit: 'COLLECT + SUM', rules: ['- | 1', '- | "a"'] })), asks()],
    script: [begin({ betrag: 3 }), expectIncident('a', 'DECISION_EVALUATION_ERROR')],
  },
  {
    name: 'A failed decision behind another is an incident',
    files: [
      decisions(table('stufe', { rules: ['> 1 | "a"', '> 2 | "b"'] }), literal('wer', '[stufe]', ['stufe'])),
      asks(),
    ],
    script: [begin({ betrag: 3 }), expectIncident('a', 'DECISION_EVALUATION_ERROR')],
  },
  {
    name: 'An assertion in a decision that does not hold',
    files: [decisions(literal('wer', 'assert(betrag, betrag > 9)')), asks()],
    script: [begin({ betrag: 3 }), expectIncident('a', 'DECISION_EVALUATION_ERROR')],
  },
  {
    name: 'A decision that lacks its input',
    files: [decisions(table('wer', { hit: 'FIRST', rules: ['> 1 | "a"', '- | "b"'] })), asks()],
    script: [begin({}), expectEnded({ wer: 'b' })],
  },
];

const refusals: Case[] = [
  ['Refused: a cell that cannot be read', decisions(table('wer', { rules: ['> 5,, < | 1'] }))],
  ['Refused: an output that cannot be read', decisions(table('wer', { rules: ['- | 1 +'] }))],
  ['Refused: a decision without logic', decisions(decision('wer', ''))],
  ['Refused: decisions that need each other', decisions(literal('wer', 'x', ['x']), literal('x', 'wer', ['wer']))],
  ['Refused: a required decision that is not there', decisions(literal('wer', '1', ['fehlt']))],
].map(([name = '', file = '']) => ({ name, files: [file, asks()], script: [expectRefused] }));

/** Decisions (DMN): hit policies, requirements, boxed expressions, failures. */
export const cases: readonly Case[] = [...tables, ...graphs, ...calls, ...refusals];
