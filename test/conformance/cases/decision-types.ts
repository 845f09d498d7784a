import type { Json } from '../../../server/workflow/embedded/json.js';
import type { Case } from '../format/case.js';
import { decided, failed } from '../format/decided.js';
import { decisions, literal, text } from '../format/decisions.js';

/** A decision whose variable has a type, and what it gives. */
const typed = (type: string, feel: string, before = '') => [
  decisions(
    `${before}<decision id="CASE-wer" name="wer"><variable id="v" name="wer" typeRef="${type}" />${text('t', feel)}</decision>`,
  ),
];
const has = (type: string, feel: string, wer: Json, before = ''): Case =>
  decided(`The type ${type} fits ${feel}`, typed(type, feel, before), {}, wer);
const lacks = (type: string, feel: string): Case =>
  failed(`The type ${type} does not fit ${feel}`, typed(type, feel), {});

const amount = '<itemDefinition id="it" name="tBetrag"><typeRef>number</typeRef></itemDefinition>';
const knowledge = `<businessKnowledgeModel id="CASE-f" name="f"><variable id="fv" name="f" /><encapsulatedLogic id="fl"><formalParameter id="fn" name="n" typeRef="number" />${text('ft', 'n')}</encapsulatedLogic></businessKnowledgeModel>`;
const knows = '<knowledgeRequirement id="k"><requiredKnowledge href="#CASE-f" /></knowledgeRequirement>';
const untyped = (inside: string) => `<decision id="CASE-wer" name="wer">${inside}</decision>`;

const types: Case[] = [
  lacks('number', '"x"'),
  lacks('string', '1'),
  lacks('boolean', '1'),
  lacks('date', '"2026-11-03"'),
  lacks('time', '1'),
  lacks('dateTime', '1'),
  lacks('dayTimeDuration', '1'),
  lacks('yearMonthDuration', 'duration("PT1H")'),
  lacks('number', '[1]'),
  has('integer', '"x"', 'x'),
  has('integer', '1.5', 1.5),
  has('long', '1', 1),
  has('double', '1.5', 1.5),
  has('number', 'null', null),
  has('Any', '1', 1),
  has('tUnbekannt', '1', 1),
  has('date', 'date("2026-11-03")', '2026-11-03'),
  has('dateTime', 'date and time("2026-11-03T08:00:00")', '2026-11-03T08:00'),
  has('dayTimeDuration', 'duration("PT1H")', 'PT1H'),
  has('yearMonthDuration', 'duration("P1Y")', 'P1Y'),
  has('context', '{ a: 1 }', { a: 1 }),
  has('context', '1', 1),
  has('list', '"x"', 'x'),
  has('list', '[1]', [1]),
  has('tBetrag', '"x"', 'x', amount),
];

const parts: Case[] = [
  decided(
    'A required decision without a variable is seen by its id',
    [decisions(`<decision id="stufeCASE" name="stufe">${text('s', '"hoch"')}</decision>`, literal('wer', '1'))],
    {},
    1,
  ),
  decided(
    'A decision does not see what only its requirement requires',
    [
      decisions(
        literal('eins', '1'),
        literal('zwei', 'eins + 1', ['eins']),
        literal('wer', 'if is defined(eins) then eins else "unsichtbar"', ['zwei']),
      ),
    ],
    {},
    'unsichtbar',
  ),
  decided(
    'A typed entry of a context of another type',
    [
      decisions(
        untyped(
          `<context id="c"><contextEntry id="e1"><variable id="v1" name="x" typeRef="number" />${text('t1', '"kein"')}</contextEntry></context>`,
        ),
      ),
    ],
    {},
    { x: 'kein' },
  ),
  decided(
    'A typed parameter of another type',
    [decisions(knowledge, untyped(knows + text('t', 'f("kein")')))],
    {},
    null,
  ),
  failed(
    'A typed parameter of another type in an invocation',
    [
      decisions(
        knowledge,
        untyped(
          `${knows}<invocation id="i">${text('c', 'f')}<binding><parameter id="p" name="n" />${text('b', '"kein"')}</binding></invocation>`,
        ),
      ),
    ],
    {},
  ),
  decided(
    'A literal expression of another type than it declares',
    [decisions(untyped('<literalExpression id="t" typeRef="number"><text>"x"</text></literalExpression>'))],
    {},
    'x',
  ),
  decided(
    'A typed input data of another type',
    [
      decisions(
        '<inputData id="CASE-i" name="betrag"><variable id="iv" name="betrag" typeRef="number" /></inputData>',
        untyped(
          `<informationRequirement id="r"><requiredInput href="#CASE-i" /></informationRequirement>${text('t', 'betrag')}`,
        ),
      ),
    ],
    { betrag: 'x' },
    'x',
  ),
  decided('A decision that gives a function', [decisions(literal('wer', 'function(x) x'))], {}, null),
  decided('A decision that gives a date', [decisions(literal('wer', 'date("2026-11-03")'))], {}, '2026-11-03'),
  decided('A decision that divides by zero', [decisions(literal('wer', 'betrag / 0'))], { betrag: 5 }, null),
];

/** What declared types of decisions mean. */
export const cases: readonly Case[] = [...types, ...parts];
