import type { Sentence } from '../../contract/rejections.js';
import type { Decided } from './advance/surroundings.js';
import type { DecisionModel } from './dmn/decision-model.js';
import { evaluateDecision, type Evaluated } from './dmn/evaluate.js';
import { fromJson, toJson } from './feel/json.js';
import type { JsonObject } from './json.js';

/** What a business rule task gets for an answer: the value, or why there is none. Pure. */
export function decide(model: DecisionModel, decisionId: string, variables: JsonObject, now: Date): Decided {
  const { value, failures } = evaluateWith(model, decisionId, variables, now);
  if (failures.length > 0) return { kind: 'failed', problem: together(failures) };
  return { kind: 'decided', value: toJson(value) };
}

/** Evaluates a decision over process variables. */
export function evaluateWith(model: DecisionModel, decisionId: string, variables: JsonObject, now: Date): Evaluated {
  const context = new Map(Object.entries(variables).map(([name, value]) => [name, fromJson(value)] as const));
  return evaluateDecision(model, decisionId, context, now);
}

/** What the incident says: which decision failed where, and why. */
function together(failures: Evaluated['failures']): Sentence {
  const text = (language: 'de' | 'en') =>
    [
      ...new Set(
        failures.map((failure) => `${[failure.decision, failure.at].filter(Boolean).join(', ')}: ${failure[language]}`),
      ),
    ]
      .slice(0, MOST_REASONS)
      .join(' ');
  return { de: text('de'), en: text('en') };
}

/** A table with a wrong name in each of 10,000 cells must not make an incident that nobody can read. */
const MOST_REASONS = 5;
