import type { Json } from '../json.js';
import type { CalledDecision } from '../model.js';
import type { ElementInstance } from '../state.js';
import { requireName } from './required.js';
import { Stuck, type Run } from './run.js';
import { visibleVariables } from './variables.js';

/** The outcome of a decision on everything that the task sees. Throws `Stuck` where there is none. */
export function decideFor(run: Run, instance: ElementInstance, { decisionId }: CalledDecision): Json {
  const id = requireName(run, instance, decisionId);
  const decided = run.decide?.(id, visibleVariables(run, instance)) ?? { kind: 'not deployed' };
  switch (decided.kind) {
    case 'decided':
      return decided.value;
    case 'not deployed':
      throw new Stuck('CALLED_DECISION_ERROR', {
        de: `Die Entscheidung „${id}“ ist nicht in Kraft.`,
        en: `The decision “${id}” is not deployed.`,
      });
    case 'failed':
      throw new Stuck('DECISION_EVALUATION_ERROR', {
        de: `Die Entscheidung „${id}“ ist gescheitert: ${decided.problem.de}`,
        en: `The decision “${id}” failed: ${decided.problem.en}`,
      });
  }
}
