import type { Sentence } from '../../../contract/rejections.js';
import type { Dialect } from '../feel/dialect.js';
import type { FeelFunction, FeelList, FeelValue } from '../feel/values.js';
import { coerced, type Type } from './types.js';

/** Decisions of one file (and those that it imports), ready to be evaluated. */
export interface DecisionModel {
  /** Id of the definitions: on Zeebe the id of the decision requirements. */
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /**
   * `zeebe`: all variables are visible to all decisions and types say nothing. `dmn`: only what is required is visible,
   * values have the declared type or are null, and what cannot be read is null instead of a refusal.
   */
  readonly dialect: Dialect;
  /** Decisions of the file itself by id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Decision services of the file itself by id. */
  readonly services: ReadonlyMap<string, DecisionService>;
}

export interface Decision {
  readonly kind: 'decision';
  readonly id: string;
  readonly name: string;
  /** The name under which others see the outcome. */
  readonly variable: string;
  readonly type: Type;
  readonly logic: Logic;
  readonly bindings: Bindings;
}

export interface InputData {
  readonly kind: 'input';
  readonly id: string;
  readonly namespace: string;
  readonly variable: string;
  readonly type: Type;
}

/** A business knowledge model: a function that decisions require. */
export interface Knowledge {
  readonly kind: 'knowledge';
  readonly id: string;
  readonly variable: string;
  /** The function, seen from the decisions of one evaluation. */
  readonly functionIn: (evaluation: Evaluation) => FeelValue;
}

/** Decisions that are evaluated as one function; what they require from outside are its parameters. */
export interface DecisionService {
  readonly kind: 'service';
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  readonly parameters: readonly (InputData | Decision)[];
  readonly outputs: readonly Decision[];
  readonly type: Type;
}

export type Drg = Decision | InputData | Knowledge | DecisionService;

/** Values of required elements by the name under which an expression sees them. */
export type Bindings = ReadonlyMap<string, (evaluation: Evaluation) => FeelValue | undefined>;

/** What a boxed expression can see. */
export interface Frame {
  readonly lookup: (name: string) => FeelValue | undefined;
  readonly now: Date;
  readonly evaluation: Evaluation;
}

/** A closure made from one boxed expression: the file is read once per deployment, not once per evaluation. */
export type Logic = (frame: Frame) => FeelValue;

/** One evaluation of decisions: each decision is made at most once in it. */
export interface Evaluation {
  readonly now: Date;
  valueOf(decision: Decision): FeelValue;
  inputOf(input: InputData): FeelValue | undefined;
  /** Every variable that was given, where the dialect lets all decisions see them. */
  variable(name: string): FeelValue | undefined;
  /** The same run with other inputs and given outcomes, as a decision service sees it. */
  inside(given: ReadonlyMap<Drg, FeelValue>): Evaluation;
  /** Says that something could not be decided; the value there is null. */
  fail(at: string, problem: Sentence): null;
  /** Says which names nobody had. */
  missing(at: string, names: readonly string[]): void;
  /** Counts work, so that no model keeps the server busy without end; throws `TooMuchWork`. */
  spend(steps: number): void;
  /** Runs the body of a function; functions may call each other only to a certain depth. */
  nested(body: () => FeelValue): FeelValue;
  table(used: UsedTable): void;
}

/** One use of a decision table, as the process monitor shows it. */
export interface UsedTable {
  readonly inputs: readonly { readonly label: string; readonly value: FeelValue }[];
  /** Ids of the rules that matched, or their numbers from 1 where they have none. */
  readonly rules: readonly string[];
}

/** A function made of boxed expressions knows the types of its parameters. */
interface BoxedFunction extends FeelFunction {
  readonly types: readonly Type[];
}

export function functionOf(
  parameters: readonly { readonly name: string; readonly type: Type }[],
  call: (given: FeelList) => FeelValue,
): FeelFunction {
  const types = parameters.map(({ type }) => type);
  const made: BoxedFunction = { kind: 'function', parameters: parameters.map(({ name }) => name), call, types };
  return made;
}

/** Whether the values fit the parameters of a function, as far as these have types. */
export function accepts(called: FeelFunction | BoxedFunction, given: FeelList): boolean {
  return !('types' in called) || called.types.every((type, index) => coerced(given[index] ?? null, type) !== undefined);
}

/** The same frame with further names in front. */
export function withNames(frame: Frame, names: ReadonlyMap<string, FeelValue>): Frame {
  return { ...frame, lookup: (name) => (names.has(name) ? names.get(name) : frame.lookup(name)) };
}
