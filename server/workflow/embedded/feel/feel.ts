import { compilation } from './compile.js';
import type { Dialect } from './dialect.js';
import { Failed, tooMuchWork, Uncompilable, type FeelFailure, type FeelProblem } from './problem.js';
import { MOST_WORK, type Evaluate, type Surroundings } from './scope.js';
import { parseTree, type FeelNames, type Top } from './tree.js';
import type { TypeTest } from './types.js';
import type { FeelValue } from './values.js';

export type { FeelNames } from './tree.js';

/** A compiled FEEL expression. Pure: the same scope gives the same value. */
export interface Expression {
  readonly source: string;
  evaluate(surroundings: Surroundings): Evaluated;
}

export interface Evaluated {
  /** Null also where there is a failure. */
  readonly value: FeelValue;
  /** Names that no scope had; they count as null. */
  readonly missing: readonly string[];
  /** Why there is no value: an assertion that does not hold, or too much work. */
  readonly failure?: FeelFailure;
}

/** The compiled tests of one cell of a decision table. */
export interface UnaryTests {
  readonly source: string;
  /** Whether `input` passes; null where it cannot be told. */
  test(input: FeelValue, surroundings: Surroundings): Evaluated & { readonly value: boolean | null };
}

export interface FeelOptions {
  readonly dialect?: Dialect;
  /** Types that a model declares, for `instance of` and for the parameters of functions. */
  readonly types?: ReadonlyMap<string, TypeTest>;
}

/**
 * Compiles a FEEL expression to closures.
 *
 * @param source the expression without the leading `=`
 * @param names what the model declares: names that hold signs or keywords, and functions; a call of a function that is
 *   neither among them nor built in nor defined in the expression is refused (in the dialect `dmn`: null)
 * @returns the expression, or the reason why it cannot be deployed: a syntax error with its position, or the first
 *   construct that this engine does not know. Nothing is ever evaluated to null only because it is not implemented.
 */
export function parseFeel(
  source: string,
  names: FeelNames = undeclared,
  options: FeelOptions = {},
): Expression | FeelProblem {
  const compiled = compile(source, 'Expression', names, options);
  if (isFeelProblem(compiled)) return compiled;
  return { source, evaluate: (surroundings) => run(compiled, surroundings) };
}

/** Compiles the tests of a cell, e.g. `> 5, [1..3]`, `not("a")`, `-` or `? * 2 > limit`. */
export function parseUnaryTests(
  source: string,
  names: FeelNames = undeclared,
  options: FeelOptions = {},
): UnaryTests | FeelProblem {
  const compiled = compile(source, 'UnaryTests', names, options);
  if (isFeelProblem(compiled)) return compiled;
  return {
    source,
    test: (input, { lookup, now }) => {
      const lookupWithInput = (name: string) => (name === '?' ? input : lookup(name));
      const result = run(compiled, { now, lookup: lookupWithInput });
      return { ...result, value: typeof result.value === 'boolean' ? result.value : null };
    },
  };
}

export function isFeelProblem(result: object | FeelProblem): result is FeelProblem {
  return 'code' in result;
}

const undeclared: FeelNames = {};

interface Compiled {
  readonly dialect: Dialect;
  readonly evaluate: Evaluate;
}

function compile(
  source: string,
  top: Top,
  names: FeelNames,
  { dialect = 'zeebe', types = new Map() }: FeelOptions,
): Compiled | FeelProblem {
  const tree = parseTree(source, top, dialect, names);
  if (tree.kind === 'limit') return tooLarge;
  if (tree.kind === 'syntax') return syntaxError(source, tree.position);
  try {
    return { dialect, evaluate: compilation(dialect, types, (name) => Object.hasOwn(names, name)).node(tree.root) };
  } catch (error) {
    if (error instanceof Uncompilable) return error.problem;
    throw error;
  }
}

function run({ dialect, evaluate }: Compiled, { lookup, now }: Surroundings): Evaluated {
  const missing = new Set<string>();
  try {
    const value = evaluate({ dialect, lookup, now, missing, work: { left: MOST_WORK } });
    return { value, missing: missing.size === 0 ? none : [...missing] };
  } catch (error) {
    return { value: null, missing: [...missing], failure: failureOf(error) };
  }
}

const none: readonly string[] = [];

// A function that calls itself without an end fills the stack before it runs out of work.
function failureOf(error: unknown): FeelFailure {
  if (error instanceof Failed) return error.failure;
  if (error instanceof RangeError && error.message.includes('call stack')) return tooMuchWork().failure;
  throw error;
}

const tooLarge: FeelProblem = {
  code: 'feel.limit',
  de: 'Der Ausdruck ist zu lang oder zu tief geschachtelt.',
  en: 'The expression is too long or nested too deeply.',
};

function syntaxError(source: string, position: number): FeelProblem {
  const rest = source.slice(position, position + 20).trim();
  return {
    code: 'feel.syntax',
    de: rest === '' ? 'Der Ausdruck ist unvollständig.' : `Der Ausdruck ist ab „${rest}“ nicht lesbar.`,
    en: rest === '' ? 'The expression is incomplete.' : `The expression cannot be read from “${rest}” on.`,
  };
}
