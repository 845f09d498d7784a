import type { FeelContext, FeelValue } from '../feel/values.js';
import type { DecisionModel, Evaluation } from './decision-model.js';
import {
  createEvaluation,
  outcomeOf,
  TooMuchWork,
  type DecisionTrace,
  type Failure,
  type Notes,
} from './evaluation.js';

export type { DecisionTrace, Failure } from './evaluation.js';

/** What an evaluation gave, what went wrong, and how every decision was made, required ones first. */
export interface Evaluated {
  readonly value: FeelValue;
  /** Not empty: the value must not be relied on. */
  readonly failures: readonly Failure[];
  readonly trace: readonly DecisionTrace[];
}

/** Asking for what the model does not have is a mistake of the caller: ids are looked up before. */
export class UnknownDecision extends Error {}

/**
 * Makes a decision and the decisions that it requires. Pure: the same variables at the same time give the same outcome.
 *
 * @param decisionId id of a decision of the file
 */
export function evaluateDecision(
  model: DecisionModel,
  decisionId: string,
  variables: FeelContext,
  now: Date,
): Evaluated {
  const decision = model.decisions.get(decisionId);
  if (decision === undefined) throw new UnknownDecision(decisionId);
  return run(model, variables, now, (evaluation) => evaluation.valueOf(decision));
}

/** Evaluates a decision service; inputs that it declares are taken from the variables by name. */
export function evaluateService(model: DecisionModel, serviceId: string, variables: FeelContext, now: Date): Evaluated {
  const service = model.services.get(serviceId);
  if (service === undefined) throw new UnknownDecision(serviceId);
  return run(model, variables, now, (evaluation) => {
    const given = service.parameters.map((parameter) => {
      return [parameter, variables.get(parameter.variable) ?? null] as const;
    });
    return outcomeOf(service, evaluation.inside(new Map(given)));
  });
}

function run(
  { dialect }: DecisionModel,
  variables: FeelContext,
  now: Date,
  decide: (evaluation: Evaluation) => FeelValue,
): Evaluated {
  const notes: Notes = { failures: [], trace: [] };
  try {
    const value = decide(createEvaluation(dialect, variables, now, notes));
    return { value, failures: notes.failures, trace: notes.trace };
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    return { value: null, failures: [...notes.failures, tooMuch], trace: notes.trace };
  }
}

const tooMuch: Failure = {
  at: '',
  decision: '',
  de: 'Die Auswertung braucht zu viele Schritte.',
  en: 'The evaluation takes too many steps.',
};
