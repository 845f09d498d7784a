import { collectionNodes } from './compile-collections.js';
import { invocationNodes } from './compile-invocations.js';
import { literalNodes } from './compile-literals.js';
import { loopNodes } from './compile-loops.js';
import { operatorNodes } from './compile-operators.js';
import { unsupported } from './problem.js';
import type { Evaluate } from './scope.js';
import type { Node } from './tree.js';

/** Turns one kind of node into a closure. `compile` is for the children. */
export type Compiler = (node: Node, compile: (node: Node) => Evaluate) => Evaluate;

const compilers: Readonly<Record<string, Compiler>> = {
  ...literalNodes,
  ...operatorNodes,
  ...collectionNodes,
  ...loopNodes,
  ...invocationNodes,
};

/** Compiles a node and everything below it. Throws `Uncompilable` at the first construct that is not in the table. */
export function compileNode(node: Node): Evaluate {
  const compiler = compilers[node.name];
  if (compiler === undefined) throw unsupported(node.text);
  return compiler(node, compileNode);
}
