import type { Queries } from '../../platform/postgres/database.js';
import type { DecisionOutcome } from '../process-engine.js';
import type { Decided } from './advance/surroundings.js';
import { decide, evaluateWith } from './decide.js';
import { compileDecisions } from './dmn/compile-decisions.js';
import type { DecisionModel } from './dmn/decision-model.js';
import type { Evaluated } from './dmn/evaluate.js';
import { toJson } from './feel/json.js';
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
        return found === undefined ? { kind: 'not deployed' } : decide(found, decisionId, variables, now);
      };
    },
    evaluate: async (queries, decisionId, variables, now) => {
      const found = (await modelsFor(queries, [decisionId])).get(decisionId);
      return found === undefined ? null : outcomeOf(evaluateWith(found, decisionId, variables, now));
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
