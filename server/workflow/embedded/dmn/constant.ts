import type { FeelValue } from '../feel/values.js';
import type { Evaluation, Logic } from './decision-model.js';

/** The value of an expression that sees nothing: what is written in a model for good. */
export function constantOf(logic: Logic): FeelValue {
  return logic({ now: new Date(0), lookup: () => undefined, evaluation: nothing });
}

const nothing: Evaluation = {
  now: new Date(0),
  valueOf: () => null,
  inputOf: () => undefined,
  variable: () => undefined,
  inside: () => nothing,
  fail: () => null,
  missing: () => undefined,
  spend: () => undefined,
  nested: (body) => body(),
  table: () => undefined,
};
