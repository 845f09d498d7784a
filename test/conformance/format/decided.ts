import type { TableOptions } from '../../../server/workflow/embedded/dmn/dmn.testing.js';
import type { Json, JsonObject } from '../../../server/workflow/embedded/json.js';
import { expectEnded, expectIncident, start, type Case } from './case.js';
import { decisions, table } from './decisions.js';
import { rule } from './elements.js';
import { straight } from './straight.js';

/** A process that asks the decision `wer` for the variable `wer`. */
export const asks = (extensions: readonly string[] = []): string =>
  straight([rule('a', 'CASE-wer', 'wer', extensions)]);

/** A process that asks one decision, and the value that it gets. */
export function decided(name: string, files: readonly string[], variables: JsonObject, wer: Json): Case {
  return { name, files: [...files, asks()], script: [start(variables), expectEnded({ ...variables, wer })] };
}

/** A process that asks one decision in vain. */
export function failed(name: string, files: readonly string[], variables: JsonObject): Case {
  return {
    name,
    files: [...files, asks()],
    script: [start(variables), expectIncident('a', 'DECISION_EVALUATION_ERROR')],
  };
}

/** The same for a decision that is one table. */
export function by(name: string, options: TableOptions, wer: Json, variables: JsonObject = { betrag: 5 }): Case {
  return decided(`A table: ${name}`, [decisions(table('wer', options))], variables, wer);
}
