import { compileDecisions, type CompiledDecisions } from '../../../server/workflow/embedded/dmn/compile-decisions.js';
import type { DecisionModel } from '../../../server/workflow/embedded/dmn/decision-model.js';
import { evaluateDecision, evaluateService } from '../../../server/workflow/embedded/dmn/evaluate.js';
import { toText } from '../../../server/workflow/embedded/feel/text.js';
import { isContext, type FeelValue } from '../../../server/workflow/embedded/feel/values.js';
import { tckCases, tckModels, type TckCase } from './tck-cases.js';
import { isExpected } from './tck-values.js';

/** What became of one case; `difference` is null where it passed. */
export interface TckResult {
  readonly id: string;
  readonly folder: string;
  readonly difference: string | null;
}

const NOW = new Date('2026-11-03T08:30:00Z');

/** Runs all cases of a level in the dialect of the standard. */
export async function runTck(root: string, level: string): Promise<readonly TckResult[]> {
  const compiled = new Map<string, Promise<CompiledDecisions>>();
  const results: TckResult[] = [];
  for (const testCase of tckCases(root, level)) {
    const key = `${testCase.folder}/${testCase.modelFile}`;
    const model = compiled.get(key) ?? compile(root, level, testCase);
    compiled.set(key, model);
    const { id, folder } = testCase;
    results.push({ id, folder, difference: differenceOf(testCase, await model) });
  }
  return results;
}

async function compile(root: string, level: string, testCase: TckCase): Promise<CompiledDecisions> {
  const [main = '', ...imported] = tckModels(root, level, testCase);
  return compileDecisions(main, { imported, dialect: 'dmn' });
}

function differenceOf(testCase: TckCase, compiled: CompiledDecisions): string | null {
  if (compiled.kind === 'refused') {
    return `refused: ${compiled.findings.map(({ at, en }) => `${at} ${en}`).join(' ')}`.slice(0, 300);
  }
  for (const { name, expected } of testCase.results) {
    const actual = resultOf(testCase, compiled.model, name);
    if (actual === undefined) return `${name} is not in the model`;
    if (!isExpected(actual, expected)) return `${name} is ${shown(actual)}, expected ${shown(expected)}`;
  }
  return null;
}

function resultOf({ service, inputs }: TckCase, model: DecisionModel, name: string): FeelValue | undefined {
  if (service !== null) {
    const called = [...model.services.values()].find((one) => one.name === service);
    if (called === undefined) return undefined;
    const { value } = evaluateService(model, called.id, inputs, NOW);
    // A service of several outputs gives a context; the results are named like its decisions.
    return called.outputs.length > 1 && value !== null && isContext(value) ? (value.get(name) ?? null) : value;
  }
  const decision = [...model.decisions.values()].find((one) => one.name === name);
  return decision === undefined ? undefined : evaluateDecision(model, decision.id, inputs, NOW).value;
}

function shown(value: FeelValue): string {
  return (toText(value) ?? 'null').slice(0, 120);
}
