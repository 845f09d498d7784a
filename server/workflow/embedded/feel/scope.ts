import type { Dialect } from './dialect.js';
import { tooMuchWork } from './problem.js';
import type { FeelContext, FeelValue } from './values.js';

/** What an expression is evaluated in: the names around it and the clock. */
export interface Surroundings {
  /** Value of a name, or undefined where no scope has it. */
  lookup(name: string): FeelValue | undefined;
  readonly now: Date;
}

/** What an expression can see while it is evaluated. */
export interface Scope extends Surroundings {
  readonly dialect: Dialect;
  /** Names that the expression asked for and nobody had. */
  readonly missing: Set<string>;
  readonly work: Work;
}

/** What is left of the work that one evaluation may do. */
export interface Work {
  left: number;
}

/**
 * Well below a second: one unit is one turn of a loop, one call of a function, one entry of a list that a
 * function returns, or 64 characters of such a text.
 */
export const MOST_WORK = 250_000;

/** Counts work. Throws `Failed` where an expression wants more than its share, e.g. `for i in 1..1000000000`. */
export function spend(scope: Scope, units: number): void {
  scope.work.left -= units;
  if (scope.work.left < 0) throw tooMuchWork();
}

/** A closure made from one node of the tree: the tree is walked once per model, not once per evaluation. */
export type Evaluate = (scope: Scope) => FeelValue;

/** The same scope with further names in front, e.g. the loop variable of `for` or the entries of a filtered context. */
export function inside(scope: Scope, names: FeelContext): Scope {
  return {
    dialect: scope.dialect,
    now: scope.now,
    missing: scope.missing,
    work: scope.work,
    lookup: (name) => {
      const value = names.get(name);
      return value === undefined ? scope.lookup(name) : value;
    },
  };
}

/** The same scope, but an absent name is an answer and not a fault: for `is defined(x)`, `x = null` and their like. */
export function lenient(scope: Scope): Scope {
  return { ...scope, missing: new Set(), lookup: (name) => scope.lookup(name) };
}
