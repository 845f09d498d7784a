import { isFeelProblem, parseFeel } from '../../../server/workflow/embedded/feel/feel.js';
import { fromJson, toJson } from '../../../server/workflow/embedded/feel/json.js';
import { entryOf } from '../../../server/workflow/embedded/json.js';
import type { Outcome } from './golden.js';
import { variables } from './written.js';

/** What the embedded engine makes of an expression. */
export function ourOutcome(source: string): Outcome {
  const expression = parseFeel(source);
  if (isFeelProblem(expression)) return 'refused';
  const { value, failure } = expression.evaluate({
    now: new Date('2026-11-03T12:00:00Z'),
    lookup: (name) => {
      const json = entryOf(variables, name);
      return json === undefined ? undefined : fromJson(json);
    },
  });
  return failure === undefined ? { value: toJson(value) } : 'incident';
}
