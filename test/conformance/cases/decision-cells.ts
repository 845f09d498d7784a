import type { Json, JsonObject } from '../../../server/workflow/embedded/json.js';
import { expectRefused, start, type Case } from '../format/case.js';
import { asks, by, decided, failed } from '../format/decided.js';
import { decision, decisions, table } from '../format/decisions.js';

/** A first rule with this cell for the input `betrag`, and a second one that always matches. */
const cell = (name: string, text: string, wer: Json, variables: JsonObject = { betrag: 5 }): Case =>
  by(`the cell ${name}`, { hit: 'FIRST', rules: [`${text} | "ja"`, '- | "nein"'] }, wer, variables);

const columns = (type: string, allowed: string, text: string) =>
  decision(
    'wer',
    `<decisionTable id="t" hitPolicy="FIRST"><input id="i"><inputExpression id="e" typeRef="${type}"><text>betrag</text></inputExpression>${allowed}</input><output id="o" name="x" typeRef="string"><defaultOutputEntry id="d"><text>"sonst"</text></defaultOutputEntry></output><rule id="r"><inputEntry id="r1"><text>${text}</text></inputEntry><outputEntry id="r2"><text>17</text></outputEntry></rule></decisionTable>`,
  );

const cells: Case[] = [
  cell('that compares others', 'betrag > 3', 'ja'),
  cell('that compares another variable', 'art = "x"', 'ja', { betrag: 5, art: 'x' }),
  cell('that is false like the input', 'art = "x"', 'ja', { betrag: false, art: 'y' }),
  cell('that is a true variable', 'ok', 'ja', { betrag: 5, ok: true }),
  cell('that is a true variable unlike the input', 'ok', 'ja', { betrag: false, ok: true }),
  cell('that is a false variable like the input', 'ok', 'ja', { betrag: false, ok: false }),
  cell('true for an input that is false', 'true', 'nein', { betrag: false }),
  cell('of several values', '5, "fünf"', 'ja'),
  cell('that is a list', '[5, 6]', 'ja'),
  cell('that is a variable with a list', 'liste', 'ja', { betrag: 5, liste: [5, 6] }),
  cell('of another kind', '> "a"', 'nein'),
  cell('that calls a function', 'odd(?)', 'ja'),
  cell('for a list as input', '"x"', 'nein', { betrag: ['x', 'y'] }),
  cell('that looks into a list', 'list contains(?, "x")', 'ja', { betrag: ['x', 'y'] }),
  cell('that negates, for null', 'not("x")', 'ja', { betrag: null }),
  cell('that negates a comparison', 'not(> 9)', 'ja'),
  cell('of two comparisons', '< 3, > 4', 'ja'),
  cell('with a negative number', '-5', 'nein'),
  cell('with an open range', '(4..6)', 'ja'),
  cell('with an open range in other brackets', ']4..6[', 'ja'),
  cell('that is the input itself', '?', 'nein'),
  cell('without a text', '', 'ja'),
];

const columnCases: Case[] = [
  by('a sum without a match', { hit: 'COLLECT + SUM', rules: ['> 9 | 1'] }, null),
  by('a count without a match', { hit: 'COLLECT + COUNT', rules: ['> 9 | 1'] }, null),
  by(
    'a priority that is not in the list comes last',
    { hit: 'PRIORITY', outputs: ['s: "a", "b"'], rules: ['- | "c"', '- | "b"'] },
    'b',
  ),
  by(
    'priorities of two outputs',
    { hit: 'OUTPUT ORDER', outputs: ['s: "a", "b"', 'n: 1, 2'], rules: ['- | "b" | 1', '- | "a" | 2', '- | "a" | 1'] },
    [
      { s: 'a', n: 1 },
      { s: 'a', n: 2 },
      { s: 'b', n: 1 },
    ],
  ),
  failed('A least of texts', [decisions(table('wer', { hit: 'COLLECT + MIN', rules: ['- | "b"', '- | "a"'] }))], {
    betrag: 5,
  }),
  failed('A greatest of a text alone', [decisions(table('wer', { hit: 'COLLECT + MAX', rules: ['- | "b"'] }))], {
    betrag: 5,
  }),
  decided(
    'An input and an output of another type than declared',
    [decisions(columns('boolean', '', '5'))],
    { betrag: 5 },
    17,
  ),
  decided(
    'An input that is not among the allowed values',
    [decisions(columns('number', '<inputValues id="a"><text>1,2</text></inputValues>', '5'))],
    { betrag: 5 },
    17,
  ),
  decided('Default outputs where no rule matches', [decisions(columns('number', '', '6'))], { betrag: 5 }, 'sonst'),
];

const silent: Case[] = [
  {
    name: 'A priority without allowed values',
    files: [decisions(table('wer', { hit: 'PRIORITY', rules: ['- | 1'] })), asks()],
    script: [start({ betrag: 5 })],
  },
];

const refused: Case[] = [
  ['an output without a text', table('wer', { rules: ['- | '] })],
  ['a rule with too few cells', table('wer', { inputs: ['a', 'b'], rules: ['- | 1'] })],
  ['an aggregation of two outputs', table('wer', { hit: 'COLLECT + SUM', outputs: ['a', 'b'], rules: ['- | 1 | 2'] })],
  ['an input without an expression', table('wer', { inputs: [''], rules: ['- | 1'] })],
  ['a table without an output', table('wer', { outputs: [], rules: ['-'] })],
  ['two outputs without names', table('wer', { outputs: ['', ''], rules: ['- | 1 | 2'] })],
].map(([name = '', file = '']) => ({
  name: `Refused: ${name}`,
  files: [decisions(file), asks()],
  script: [expectRefused],
}));

/** What cells and columns of decision tables mean. */
export const cases: readonly Case[] = [...cells, ...columnCases, ...silent, ...refused];
