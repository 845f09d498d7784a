import type { FeelContext, FeelValue } from './values.js';

/** What an expression can see while it is evaluated. */
export interface Scope {
  /** Value of a name, or undefined where no scope has it. */
  lookup(name: string): FeelValue | undefined;
  readonly now: Date;
  /** Names that the expression asked for and nobody had. */
  readonly missing: Set<string>;
}

/** A closure made from one node of the tree: the tree is walked once per model, not once per evaluation. */
export type Evaluate = (scope: Scope) => FeelValue;

/** The same scope with further names in front, e.g. the loop variable of `for` or the entries of a filtered context. */
export function inside(scope: Scope, names: FeelContext): Scope {
  return {
    now: scope.now,
    missing: scope.missing,
    lookup: (name) => (names.has(name) ? names.get(name) : scope.lookup(name)),
  };
}

/** The same scope, but an absent name is an answer and not a fault: for `is defined(x)`, `x = null` and their like. */
export function lenient(scope: Scope): Scope {
  return { ...scope, lookup: (name) => scope.lookup(name), missing: new Set() };
}
