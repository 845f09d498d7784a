import { builtin } from './builtins/index.js';
import type { Node } from './tree.js';

/**
 * The first function that an expression calls although nobody can know it: it is neither built in nor bound by the
 * expression itself (a parameter, a loop variable, an entry of a context). Found at deployment, as it never could work.
 */
export function unknownFunction(root: Node): string | undefined {
  return firstUnknown(root, namesBound(root));
}

function firstUnknown(node: Node, bound: ReadonlySet<string>): string | undefined {
  const called = node.name === 'FunctionInvocation' ? node.children[0] : undefined;
  if (called?.name === 'VariableName') {
    const name = called.text.trim().replace(/\s+/g, ' ');
    if (builtin(name) === undefined && !bound.has(name)) return name;
  }
  for (const child of node.children) {
    const unknown = firstUnknown(child, bound);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

function namesBound(node: Node): Set<string> {
  const own = binding.has(node.name) ? [node.text.trim().replace(/\s+/g, ' ')] : [];
  return new Set([...own, ...node.children.flatMap((child) => [...namesBound(child)])]);
}

const binding = new Set(['Name', 'ParameterName', 'PropertyName']);
