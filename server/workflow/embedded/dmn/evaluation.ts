import type { Sentence } from '../../../contract/rejections.js';
import type { FeelContext, FeelFunction, FeelValue } from '../feel/values.js';
import { asType } from './boxed/reading.js';
import { coerced } from './types.js';
import {
  functionOf,
  type Bindings,
  type Decision,
  type DecisionService,
  type Drg,
  type Evaluation,
  type Frame,
  type UsedTable,
} from './decision-model.js';
import type { Dialect } from '../feel/dialect.js';

/** Tests of rules, items of loops and calls of functions in one evaluation; about two seconds of one core. */
const MOST_STEPS = 1_000_000;
/** Functions that call each other deeper than this do so without end. */
const DEEPEST_CALL = 100;

/** Thrown where an evaluation would keep the server busy without end. */
export class TooMuchWork extends Error {}

export interface Failure extends Sentence {
  /** Id of the element that could not be evaluated. */
  readonly at: string;
  /** The decision in which it stands. */
  readonly decision: string;
}

/** How one decision was made, for the process monitor. */
export interface DecisionTrace {
  readonly decisionId: string;
  readonly name: string;
  readonly value: FeelValue;
  readonly tables: readonly UsedTable[];
}

/** What is written down during an evaluation, whoever asks. */
export interface Notes {
  readonly failures: Failure[];
  readonly trace: DecisionTrace[];
}

/** One evaluation of decisions over given variables. */
export function createEvaluation(dialect: Dialect, variables: FeelContext, now: Date, notes: Notes): Evaluation {
  let steps = 0;
  let depth = 0;
  const open: { name: string; tables: UsedTable[] }[] = [];
  return evaluationOver(new Map());

  function evaluationOver(given: ReadonlyMap<Drg, FeelValue>): Evaluation {
    const decided = new Map<Drg, FeelValue>(given);
    const evaluation: Evaluation = {
      now,
      valueOf: (decision) => {
        const known = decided.get(decision);
        if (known !== undefined) return known;
        const value = decide(decision, evaluation);
        decided.set(decision, value);
        return value;
      },
      inputOf: (input) => {
        const names = [`${input.namespace}#${input.variable}`, input.variable];
        const value = [decided.get(input), ...names.map((name) => variables.get(name))].find(
          (known) => known !== undefined,
        );
        if (value === undefined) return dialect === 'dmn' ? null : undefined;
        return dialect === 'dmn' ? asType(value, input.type, { evaluation }, input.id) : value;
      },
      variable: (name) => (dialect === 'zeebe' ? variables.get(name) : undefined),
      inside: (others) => evaluationOver(others),
      fail: (at, problem) => {
        notes.failures.push({ at, decision: open.at(-1)?.name ?? '', ...problem });
        return null;
      },
      missing: (at, names) => {
        // The standard has no missing names: what nobody has is null.
        if (dialect === 'zeebe') evaluation.fail(at, missingSentence(names));
      },
      spend: (count) => {
        steps += count;
        if (steps > MOST_STEPS) throw new TooMuchWork();
      },
      nested: (body) => {
        evaluation.spend(1);
        if (depth === DEEPEST_CALL) throw new TooMuchWork();
        depth += 1;
        const value = body();
        depth -= 1;
        return value;
      },
      table: (used) => open.at(-1)?.tables.push(used),
    };
    return evaluation;
  }

  function decide(decision: Decision, evaluation: Evaluation): FeelValue {
    const { id, name } = decision;
    const tables: UsedTable[] = [];
    open.push({ name, tables });
    const value = decision.logic(frameFor(evaluation, decision.bindings));
    open.pop();
    notes.trace.push({ decisionId: id, name, value, tables });
    return value;
  }
}

/** What an element sees: what it requires and, on Zeebe, every variable. */
export function frameFor(evaluation: Evaluation, bindings: Bindings): Frame {
  return {
    now: evaluation.now,
    evaluation,
    lookup: (name) => {
      // Null is an outcome; only undefined says that nobody has the name.
      const required = bindings.get(name)?.(evaluation);
      return required === undefined ? evaluation.variable(name) : required;
    },
  };
}

/** A decision service as a function of what its decisions require from outside. */
export function serviceFunction(service: DecisionService, evaluation: Evaluation): FeelFunction {
  const parameters = service.parameters.map(({ variable, type }) => ({ name: variable, type }));
  return functionOf(parameters, (given) =>
    evaluation.nested(() => {
      const values = new Map<Drg, FeelValue>();
      for (const [index, parameter] of service.parameters.entries()) {
        const argument = coerced(given[index] ?? null, parameter.type);
        if (argument === undefined) return null;
        values.set(parameter, argument);
      }
      return outcomeOf(service, evaluation.inside(values));
    }),
  );
}

/** The outcome of a service: of its only decision, or a context with the outcome of each. */
export function outcomeOf(service: DecisionService, evaluation: Evaluation): FeelValue {
  const [only, ...others] = service.outputs;
  const value =
    only !== undefined && others.length === 0
      ? evaluation.valueOf(only)
      : new Map(service.outputs.map((decision) => [decision.variable, evaluation.valueOf(decision)] as const));
  return asType(value, service.type, { evaluation }, service.id);
}

function missingSentence(names: readonly string[]): Sentence {
  const list = names.join(', ');
  return { de: `Diese Variablen fehlen: ${list}.`, en: `These variables are missing: ${list}.` };
}
