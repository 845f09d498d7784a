import { collectionNodes } from './compile-collections.js';
import { functionNodes } from './compile-functions.js';
import { invocationNodes } from './compile-invocations.js';
import { literalNodes } from './compile-literals.js';
import { loopNodes } from './compile-loops.js';
import { operatorNodes } from './compile-operators.js';
import { typeNodes } from './compile-types.js';
import type { Dialect } from './dialect.js';
import { unsupported } from './problem.js';
import type { Evaluate } from './scope.js';
import type { Node } from './tree.js';
import type { FeelValue } from './values.js';

/** Turns one kind of node into a closure. */
export type Compiler = (node: Node, compilation: Compilation) => Evaluate;

/** What is known around a node while it is compiled. */
export interface Compilation {
  readonly dialect: Dialect;
  /** Whether a value belongs to a type that has a name of its own (item definitions of DMN). */
  readonly types: ReadonlyMap<string, (value: FeelValue) => boolean>;
  /** Whether a name may be bound around the node, so that a call of it is no call of an unknown function. */
  binds(name: string): boolean;
  node(node: Node): Evaluate;
  /** The same, with further names bound; null: with names that nobody can know, the entries of a filtered context. */
  inside(names: readonly string[] | null): Compilation;
}

const compilers: Readonly<Record<string, Compiler>> = {
  ...literalNodes,
  ...operatorNodes,
  ...collectionNodes,
  ...loopNodes,
  ...invocationNodes,
  ...functionNodes,
  ...typeNodes,
};

/** The compilation of an expression. Compiling throws `Uncompilable` at the first construct that is not in the table. */
export function compilation(dialect: Dialect, types: Compilation['types'], binds: Compilation['binds']): Compilation {
  const self: Compilation = {
    dialect,
    types,
    binds,
    node: (node) => {
      const compiler = compilers[node.name];
      if (compiler === undefined) throw unsupported(node.text);
      return compiler(node, self);
    },
    inside: (names) => compilation(dialect, types, (name) => names === null || names.includes(name) || binds(name)),
  };
  return self;
}
