import type { FeelContext, FeelList, FeelValue } from '../../feel/values.js';
import type { Frame } from '../decision-model.js';
import { isAllowed } from '../types.js';
import type { ReadBox, Reading } from '../boxed/reading.js';
import { aggregated, chosen, givesList, type Hit } from './hit-policies.js';
import { readTable, type Rule, type Table } from './read-table.js';

/** A decision table: rules whose cells are tests of the inputs; the hit policy says what several matches mean. */
export const decisionTable: ReadBox = (node, reading, read) => {
  const table = readTable(node, reading, read);
  return (frame) => evaluateTable(table, frame, reading);
};

function evaluateTable(table: Table, frame: Frame, { at, dialect }: Reading): FeelValue {
  const { evaluation } = frame;
  const inputs = table.inputs.map(({ logic }) => logic(frame));
  const wrong = table.inputs.findIndex(({ allowed }, index) => {
    const value = inputs[index] ?? null;
    return dialect === 'dmn' && allowed !== undefined && value !== null && !isAllowed(value, allowed);
  });
  if (wrong >= 0) return evaluation.fail(at, notAllowed(table.inputs[wrong]?.label ?? ''));
  evaluation.spend(table.rules.length);
  const matched = table.rules.filter((rule) => matches(rule, inputs, frame, at));
  evaluation.table({
    inputs: table.inputs.map(({ label }, index) => ({ label, value: inputs[index] ?? null })),
    rules: matched.map(({ id }) => id),
  });
  if (matched.length === 0) return withoutHit(table, frame);
  return outcome(
    table,
    matched.map(({ outputs }) => outputs.map((logic) => logic(frame))),
    frame,
    at,
  );
}

function matches({ tests }: Rule, inputs: FeelList, frame: Frame, at: string): boolean {
  return tests.every((test, index) => {
    if (test === undefined) return true;
    const input = inputs[index] ?? null;
    const { value, missing, failure } = test.test(input, frame);
    if (failure !== undefined) frame.evaluation.fail(at, failure);
    if (missing.length > 0) frame.evaluation.missing(at, missing);
    return value === true;
  });
}

// Where no rule matches, the default outputs count; without any of them the outcome is null (8.2.11).
function withoutHit({ policy, outputs }: Table, frame: Frame): FeelValue {
  const defaults = outputs.map(({ fallback }) => fallback);
  if (defaults.every((fallback) => fallback === undefined)) return null;
  const value = row(
    outputs,
    defaults.map((fallback) => fallback?.(frame) ?? null),
  );
  return givesList(policy) ? [value] : value;
}

function outcome(table: Table, hits: readonly Hit[], { evaluation }: Frame, at: string): FeelValue {
  const { policy, aggregation, outputs } = table;
  const result =
    aggregation === null
      ? chosen(
          policy,
          hits,
          outputs.map(({ priorities }) => priorities),
        )
      : aggregated(
          aggregation,
          hits.map((hit) => hit[0] ?? null),
        );
  if (result.kind === 'violated') return evaluation.fail(at, result.problem);
  if (result.kind === 'value') return result.value;
  const rows = result.hits.map((hit) => row(outputs, hit));
  return givesList(policy) ? rows : (rows[0] ?? null);
}

function row(outputs: Table['outputs'], values: FeelList): FeelValue {
  if (outputs.length === 1) return values[0] ?? null;
  const context: FeelContext = new Map(outputs.map(({ name }, index) => [name, values[index] ?? null] as const));
  return context;
}

function notAllowed(label: string) {
  return {
    de: `Die Eingabe „${label}“ hat keinen der erlaubten Werte.`,
    en: `The input “${label}” has none of the allowed values.`,
  };
}
