import { entryOf, type JsonObject, type Json } from '../json.js';
import { isFeelProblem, parseFeel, type Expression } from './feel.js';
import { fromJson, toJson } from './json.js';
import type { FeelFailure, FeelProblem } from './problem.js';

/** The moment at which expressions of tests are evaluated: an autumn evening, the next day already begun in Berlin. */
export const NOW = new Date('2026-11-03T23:30:00Z');

/** Value of an expression as JSON. Throws where it does not compile. */
export function feelValue(source: string, variables: JsonObject = {}): Json {
  return toJson(evaluated(source, variables).value);
}

export function missingNames(source: string, variables: JsonObject = {}): readonly string[] {
  return evaluated(source, variables).missing;
}

/** Why the evaluation of an expression gives no value. */
export function failureOf(source: string, variables: JsonObject = {}): FeelFailure | undefined {
  return evaluated(source, variables).failure;
}

export function problemOf(source: string): FeelProblem | undefined {
  const result = parseFeel(source);
  return isFeelProblem(result) ? result : undefined;
}

function evaluated(source: string, variables: JsonObject): ReturnType<Expression['evaluate']> {
  const expression = parseFeel(source);
  if (isFeelProblem(expression)) throw new Error(`${expression.en} (${source})`);
  return expression.evaluate({
    now: NOW,
    lookup: (name) => {
      const json = entryOf(variables, name);
      return json === undefined ? undefined : fromJson(json);
    },
  });
}
