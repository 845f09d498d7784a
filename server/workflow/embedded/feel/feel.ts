import { compileNode } from './compile.js';
import { compileTests } from './compile-operators.js';
import { Uncompilable, unsupported, type FeelProblem } from './problem.js';
import type { Evaluate, Scope } from './scope.js';
import { parseTree, type FeelNames, type Node, type Top } from './tree.js';
import { unknownFunction } from './unknown-function.js';
import type { FeelValue } from './values.js';

export type { FeelNames } from './tree.js';

/** A compiled FEEL expression. Pure: the same scope gives the same value. */
export interface Expression {
  readonly source: string;
  /** The value, and the names that no scope had (they count as null). */
  evaluate(scope: Omit<Scope, 'missing'>): { readonly value: FeelValue; readonly missing: readonly string[] };
}

/** The compiled tests of one cell of a decision table. */
export interface UnaryTests {
  readonly source: string;
  /** Whether `input` passes (null: cannot be told), and the names that no scope had. */
  test(
    input: FeelValue,
    scope: Omit<Scope, 'missing'>,
  ): { readonly value: boolean | null; readonly missing: readonly string[] };
}

/**
 * Compiles a FEEL expression to closures.
 *
 * @param source the expression without the leading `=`
 * @param names what the model declares: names that hold signs or keywords, and functions; without it a call of a
 *   function that is neither built in nor defined in the expression is refused
 * @returns the expression, or the reason why it cannot be deployed: a syntax error with its position, or the first
 *   construct that this engine does not know. Nothing is ever evaluated to null only because it is not implemented.
 */
export function parseFeel(source: string, names?: FeelNames): Expression | FeelProblem {
  return compiled(source, 'Expression', names, (root) => expression(source, compileNode(root)));
}

/** Compiles the tests of a cell, e.g. `> 5, [1..3]`, `not("a")`, `-` or `? * 2 > limit`. */
export function parseUnaryTests(source: string, names?: FeelNames): UnaryTests | FeelProblem {
  return compiled(source, 'UnaryTests', names, (root) => tests(source, compileTests(root, compileNode)));
}

function compiled<Made>(
  source: string,
  top: Top,
  names: FeelNames | undefined,
  make: (root: Node) => Made,
): Made | FeelProblem {
  const parsed = parseTree(source, top, names);
  if (parsed.kind === 'limit') return tooLarge;
  if (parsed.kind === 'syntax') return syntaxError(source, parsed.position);
  try {
    const unknown = names === undefined ? unknownFunction(parsed.root) : undefined;
    if (unknown !== undefined) throw unsupported(`${unknown}()`);
    return make(parsed.root);
  } catch (error) {
    if (error instanceof Uncompilable) return error.problem;
    throw error;
  }
}

export function isFeelProblem(result: object | FeelProblem): result is FeelProblem {
  return 'code' in result;
}

function expression(source: string, evaluate: Evaluate): Expression {
  return {
    source,
    evaluate: ({ lookup, now }) => {
      const missing = new Set<string>();
      const value = evaluate({ lookup, now, missing });
      return { value, missing: [...missing] };
    },
  };
}

function tests(source: string, compiledTests: ReturnType<typeof compileTests>): UnaryTests {
  return {
    source,
    test: (input, { lookup, now }) => {
      const missing = new Set<string>();
      return { value: compiledTests(input)({ lookup, now, missing }), missing: [...missing] };
    },
  };
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
