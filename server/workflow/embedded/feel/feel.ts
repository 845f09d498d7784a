import { compileNode } from './compile.js';
import { Uncompilable, type FeelProblem } from './problem.js';
import type { Evaluate, Scope } from './scope.js';
import { parseTree } from './tree.js';
import type { FeelValue } from './values.js';

/** A compiled FEEL expression. Pure: the same scope gives the same value. */
export interface Expression {
  readonly source: string;
  /** The value, and the names that no scope had (they count as null). */
  evaluate(scope: Omit<Scope, 'missing'>): { readonly value: FeelValue; readonly missing: readonly string[] };
}

/**
 * Compiles a FEEL expression to closures.
 *
 * @param source the expression without the leading `=`
 * @returns the expression, or the reason why it cannot be deployed: a syntax error with its position, or the first
 *   construct that this engine does not know. Nothing is ever evaluated to null only because it is not implemented.
 */
export function parseFeel(source: string): Expression | FeelProblem {
  const parsed = parseTree(source);
  if (parsed.kind === 'limit') return tooLarge;
  if (parsed.kind === 'syntax') return syntaxError(source, parsed.position);
  try {
    return expression(source, compileNode(parsed.root));
  } catch (error) {
    if (error instanceof Uncompilable) return error.problem;
    throw error;
  }
}

export function isFeelProblem(result: Expression | FeelProblem): result is FeelProblem {
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
