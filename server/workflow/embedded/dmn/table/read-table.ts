import { idOf, nodeOf, nodesOf, textOf, type ModdleElement } from '../../compile/moddle.js';
import type { UnaryTests } from '../../feel/feel.js';
import { isList, type FeelList } from '../../feel/values.js';
import type { Logic } from '../decision-model.js';
import { constantOf } from '../constant.js';
import { coercing, readFeelText, readTests, within, type ReadBox, type Reading } from '../boxed/reading.js';
import { AGGREGATIONS, HIT_POLICIES, type Aggregation, type HitPolicy } from './hit-policies.js';

/** Beyond this nobody can check a table any more; 10,000 rules of three columns evaluate in about 10 ms. */
const MOST_RULES = 10_000;

export interface Table {
  readonly policy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly {
    readonly label: string;
    readonly logic: Logic;
    readonly allowed: UnaryTests | undefined;
  }[];
  readonly outputs: readonly Output[];
  readonly rules: readonly Rule[];
}

export interface Output {
  readonly name: string;
  /** Allowed values, the most important first. */
  readonly priorities: FeelList;
  readonly fallback: Logic | undefined;
}

export interface Rule {
  readonly id: string;
  /** Tests of the inputs; undefined where every input passes. */
  readonly tests: readonly (UnaryTests | undefined)[];
  readonly outputs: readonly Logic[];
}

/** Reads a decision table; whatever is wrong with it becomes a finding. */
export function readTable(node: ModdleElement, reading: Reading, read: ReadBox): Table {
  const { report, at } = reading;
  const policy = HIT_POLICIES.find((known) => known === node.get('hitPolicy')) ?? 'UNIQUE';
  const aggregation = AGGREGATIONS.find((known) => known === node.get('aggregation')) ?? null;
  const outputs = nodesOf(node, 'output').map((output) => readOutput(output, reading, read));
  const inputs = nodesOf(node, 'input').map((input) => readInput(input, reading, read));
  if (outputs.length === 0) report.add('dmn.tableOutputs', at);
  for (const [index, { name }] of outputs.entries()) {
    if (name === '' && outputs.length > 1) report.add('dmn.noName', at, { what: `output ${index + 1}` });
  }
  if (aggregation !== null && (policy !== 'COLLECT' || outputs.length > 1)) report.add('dmn.aggregation', at);
  const ranked = policy === 'PRIORITY' || policy === 'OUTPUT ORDER';
  if (ranked && outputs.every(({ priorities }) => priorities.length === 0)) {
    report.add('dmn.priorities', at, { what: policy });
  }
  return {
    policy,
    aggregation,
    inputs,
    outputs,
    rules: readRules(node, reading, inputs.length, nodesOf(node, 'output')),
  };
}

function readInput(input: ModdleElement, outer: Reading, read: ReadBox): Table['inputs'][number] {
  const reading = within(outer, input);
  const expression = nodeOf(input, 'inputExpression');
  const text = textOf(expression, 'text');
  if (expression === undefined || text === undefined) reading.report.add('dmn.noLogic', reading.at);
  return {
    label: textOf(input, 'label') ?? text ?? '',
    logic: expression === undefined ? () => null : read(expression, reading, read),
    allowed: readTests(textOf(nodeOf(input, 'inputValues'), 'text'), reading),
  };
}

function readOutput(output: ModdleElement, outer: Reading, read: ReadBox): Output {
  const reading = within(outer, output);
  const fallback = nodeOf(output, 'defaultOutputEntry');
  return {
    name: textOf(output, 'name') ?? '',
    priorities: readPriorities(textOf(nodeOf(output, 'outputValues'), 'text'), reading),
    fallback:
      textOf(fallback, 'text') === undefined || fallback === undefined ? undefined : read(fallback, reading, read),
  };
}

// The values are written like tests (`"a", "b"`), but here they are a list in an order.
function readPriorities(text: string | undefined, reading: Reading): FeelList {
  if (text === undefined) return [];
  const values = constantOf(readFeelText(`[${text}]`, reading));
  return values !== null && isList(values) ? values : [];
}

function readRules(
  node: ModdleElement,
  outer: Reading,
  columns: number,
  outputs: readonly ModdleElement[],
): readonly Rule[] {
  const { report, at, typeNamed } = outer;
  const rules = nodesOf(node, 'rule');
  if (rules.length > MOST_RULES) {
    report.add('dmn.tableRules', at, { found: rules.length, limit: MOST_RULES });
    return [];
  }
  const types = outputs.map((output) => typeNamed(textOf(output, 'typeRef'), at));
  const cells = cellsOf(outer);
  return rules.map((rule, index) => {
    const [tests, values] = [nodesOf(rule, 'inputEntry'), nodesOf(rule, 'outputEntry')];
    const reading = within(outer, rule);
    if (tests.length !== columns || values.length !== types.length) {
      const [found, expected] = [tests.length + values.length, columns + types.length];
      report.add('dmn.tableColumns', reading.at, { found, expected });
    }
    return {
      id: idOf(rule) === '' ? String(index + 1) : idOf(rule),
      tests: tests.map((cell) => cells.tests(textOf(cell, 'text'), within(reading, cell))),
      outputs: types.map((type, output) => {
        const cell = values[output];
        if (cell === undefined) return () => null;
        if (textOf(cell, 'text') === undefined && reading.dialect === 'zeebe') {
          report.add('dmn.noLogic', within(reading, cell).at);
        }
        return coercing(cells.value(textOf(cell, 'text'), within(reading, cell)), type, reading);
      }),
    };
  });
}

// The same few texts stand in most cells of a large table: each is compiled once.
function cellsOf({ report }: Reading) {
  const [tests, values] = [new Map<string, UnaryTests | undefined>(), new Map<string, Logic>()];
  return {
    tests: (text: string | undefined, reading: Reading) =>
      once(tests, text ?? '', () => readTests(text, reading), report),
    value: (text: string | undefined, reading: Reading): Logic =>
      text === undefined ? () => null : once(values, text, () => readFeelText(text, reading), report),
  };
}

function once<Made>(known: Map<string, Made>, text: string, make: () => Made, { findings }: Reading['report']): Made {
  const found = known.get(text);
  if (found !== undefined) return found;
  const before = findings.length;
  const made = make();
  // What could not be read is told at every place where it stands.
  if (findings.length === before) known.set(text, made);
  return made;
}
