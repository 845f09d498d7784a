import type { Json, JsonObject } from '../json.js';
import { fromJson, toJson } from '../feel/json.js';
import { compileDecisions } from './compile-decisions.js';
import { evaluateDecision, type Evaluated } from './evaluate.js';

const NOW = new Date('2026-11-03T08:30:00Z');

/** A DMN file around the given elements, as a modeler of DMN 1.3 writes it. */
export function dmn(elements: string, id = 'pruefung'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}" name="Prüfung" namespace="http://example.org/${id}">${elements}</definitions>`;
}

export interface TableOptions {
  readonly hit?: string;
  readonly inputs?: readonly string[];
  /** Name and, after a colon, the allowed values in their order. */
  readonly outputs?: readonly string[];
  /** One rule each: cells separated by `|`, inputs first. */
  readonly rules: readonly string[];
}

/** A decision with one table. Inputs are expressions, e.g. `betrag`. */
export function tableDecision(id: string, options: TableOptions, before = ''): string {
  return `<decision id="${id}" name="${id}">${before}${tableOf(id, options)}</decision>`;
}

/** The table of a decision. */
export function tableOf(
  id: string,
  { hit = 'UNIQUE', inputs = ['betrag'], outputs = ['stufe'], rules }: TableOptions,
): string {
  const [policy, aggregation] = hit.split(' + ');
  const columns = inputs.map(
    (text, index) =>
      `<input id="${id}_in${index + 1}" label="${escaped(text)}"><inputExpression id="${id}_expr${index + 1}"><text>${escaped(text)}</text></inputExpression></input>`,
  );
  const results = outputs.map((output, index) => {
    const [name, values] = output.split(': ');
    const allowed =
      values === undefined
        ? ''
        : `<outputValues id="${id}_values${index + 1}"><text>${escaped(values)}</text></outputValues>`;
    return `<output id="${id}_out${index + 1}" name="${name}">${allowed}</output>`;
  });
  const rows = rules.map((rule, index) => {
    const cells = rule.split('|').map((cell) => escaped(cell.trim()));
    const entry = (kind: string) => (cell: string, column: number) =>
      `<${kind} id="${id}_r${index + 1}_${kind}${column + 1}"><text>${cell}</text></${kind}>`;
    const tests = cells.slice(0, inputs.length).map(entry('inputEntry'));
    return `<rule id="${id}_r${index + 1}">${[...tests, ...cells.slice(inputs.length).map(entry('outputEntry'))].join('')}</rule>`;
  });
  const sum = aggregation === undefined ? '' : ` aggregation="${aggregation}"`;
  return `<decisionTable id="${id}_table" hitPolicy="${policy}"${sum}>${[...columns, ...results, ...rows].join('')}</decisionTable>`;
}

/** A decision with one FEEL expression. */
export function literalDecision(id: string, text: string, before = ''): string {
  return `<decision id="${id}" name="${id}">${before}<variable id="${id}_var" name="${id}" /><literalExpression id="${id}_text"><text>${escaped(text)}</text></literalExpression></decision>`;
}

export function requires(...ids: readonly string[]): string {
  return ids
    .map((id) => `<informationRequirement><requiredDecision href="#${id}" /></informationRequirement>`)
    .join('');
}

/** Findings as `code id`. */
export async function findingsIn(xml: string): Promise<readonly string[]> {
  const result = await compileDecisions(xml);
  const findings = result.kind === 'refused' ? result.findings : result.warnings;
  return findings.map(({ code, at }) => `${code} ${at}`);
}

/** Evaluates a decision of a file that must compile. */
export async function evaluated(xml: string, id: string, variables: JsonObject): Promise<Evaluated> {
  const result = await compileDecisions(xml);
  if (result.kind === 'refused') throw new Error(result.findings.map(({ at, en }) => `${at}: ${en}`).join('\n'));
  const context = new Map(Object.entries(variables).map(([name, value]) => [name, fromJson(value)] as const));
  return evaluateDecision(result.model, id, context, NOW);
}

/** The value of a decision that must not fail. */
export async function decidedValue(xml: string, id: string, variables: JsonObject = {}): Promise<Json> {
  const { value, failures } = await evaluated(xml, id, variables);
  if (failures.length > 0) throw new Error(failures.map(({ at, en }) => `${at}: ${en}`).join('\n'));
  return toJson(value);
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
