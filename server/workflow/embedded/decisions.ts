import type { Sentence } from '../../contract/rejections.js';
import type { Queries } from '../../platform/postgres/database.js';
import type { DecisionOutcome } from '../process-engine.js';
import type { Decided } from './advance/surroundings.js';
import { compileDecisions } from './dmn/compile-decisions.js';
import type { DecisionModel } from './dmn/decision-model.js';
import { evaluateDecision, type Evaluated } from './dmn/evaluate.js';
import { fromJson, toJson } from './feel/json.js';
import type { JsonObject } from './json.js';
import type { Model } from './model.js';
import type { Key } from './state.js';
import { decisionModelText, modelsOfDecisions } from './store/decision.store.js';

export type Decide = (decisionId: string, variables: JsonObject) => Decided;

/** Compiled decisions. A deployed file never changes, so it is compiled once per server process. */
export interface Decisions {
  /** Answers what the business rule tasks of a model ask for; undefined where it has none. */
  for(queries: Queries, model: Model, now: Date): Promise<Decide | undefined>;
  /** Evaluates the newest version of a decision; null where it is not deployed. */
  evaluate(queries: Queries, decisionId: string, variables: JsonObject, now: Date): Promise<DecisionOutcome | null>;
}

export function createDecisions(): Decisions {
  const compiled = new Map<Key, DecisionModel>();
  return {
    for: async (queries, model, now) => {
      const asked = askedBy(model);
      if (asked === 'nothing') return undefined;
      const models = await modelsFor(queries, asked === 'anything' ? null : asked);
      return (decisionId, variables) => {
        const found = models.get(decisionId);
        return found === undefined ? { kind: 'not deployed' } : decided(found, decisionId, variables, now);
      };
    },
    evaluate: async (queries, decisionId, variables, now) => {
      const found = (await modelsFor(queries, [decisionId])).get(decisionId);
      return found === undefined ? null : outcomeOf(evaluated(found, decisionId, variables, now));
    },
  };

  async function modelsFor(
    queries: Queries,
    ids: readonly string[] | null,
  ): Promise<ReadonlyMap<string, DecisionModel>> {
    const models = new Map<string, DecisionModel>();
    for (const { decisionId, modelKey } of await modelsOfDecisions(queries, ids)) {
      models.set(decisionId, await modelOf(queries, modelKey));
    }
    return models;
  }

  async function modelOf(queries: Queries, key: Key): Promise<DecisionModel> {
    const known = compiled.get(key);
    if (known) return known;
    const result = await compileDecisions(await decisionModelText(queries, key));
    // It passed the same check when it was deployed.
    if (result.kind === 'refused') throw new Error(`Decision model ${key} does not compile any more`);
    compiled.set(key, result.model);
    return result.model;
  }
}

const asking = new WeakMap<Model, readonly string[] | 'anything' | 'nothing'>();

/** Ids of the decisions that a model names; `anything` where one of them is an expression. */
function askedBy(model: Model): readonly string[] | 'anything' | 'nothing' {
  const known = asking.get(model);
  if (known !== undefined) return known;
  const ids = [...model.elements.values()].flatMap(({ decision }) => (decision === null ? [] : [decision.fixedId]));
  const fixed = ids.filter((id) => id !== null);
  const asked = ids.length === 0 ? 'nothing' : fixed.length < ids.length ? 'anything' : fixed;
  asking.set(model, asked);
  return asked;
}

function evaluated(model: DecisionModel, decisionId: string, variables: JsonObject, now: Date): Evaluated {
  const context = new Map(Object.entries(variables).map(([name, value]) => [name, fromJson(value)] as const));
  return evaluateDecision(model, decisionId, context, now);
}

function decided(model: DecisionModel, decisionId: string, variables: JsonObject, now: Date): Decided {
  const { value, failures } = evaluated(model, decisionId, variables, now);
  if (failures.length > 0) return { kind: 'failed', problem: together(failures) };
  return { kind: 'decided', value: toJson(value) };
}

function outcomeOf({ value, failures, trace }: Evaluated): DecisionOutcome {
  return {
    value: toJson(value),
    failures,
    decisions: trace.map(({ decisionId, name, value: made, tables }) => ({
      decisionId,
      name,
      value: toJson(made),
      tables: tables.map(({ inputs, rules }) => ({
        inputs: inputs.map(({ label, value: input }) => ({ label, value: toJson(input) })),
        rules,
      })),
    })),
  };
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
