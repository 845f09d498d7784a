import type { Compiler } from './compile.js';
import { nameOf } from './compile-literals.js';
import { unsupported } from './problem.js';
import { inside, type Evaluate, type Scope } from './scope.js';
import type { Node } from './tree.js';
import { asList, Decimal, wholeNumber, type FeelList, type FeelValue } from './values.js';

/** `for i in 1..n` can name any size; the limit keeps one expression from filling the memory. Beyond it: null. */
const MOST_ITERATIONS = 100_000;

export const loopNodes: Readonly<Record<string, Compiler>> = {
  ForExpression: (node, compile) => {
    if (mentions(node, 'partial')) throw unsupported('partial');
    const { iterations, body } = parts(node, compile);
    return (scope) => {
      const results: FeelValue[] = [];
      const budget = { left: MOST_ITERATIONS };
      eachCombination(scope, iterations, new Map(), budget, (inner) => {
        results.push(body(inner));
        return 'go on';
      });
      return budget.left < 0 ? null : results;
    };
  },
  QuantifiedExpression: (node, compile) => {
    const { iterations, body } = parts(node, compile);
    const decisive = node.words[0] === 'some';
    return (scope) => {
      let result: boolean | null = !decisive;
      const budget = { left: MOST_ITERATIONS };
      eachCombination(scope, iterations, new Map(), budget, (inner) => {
        const value = body(inner);
        if (value === decisive) result = decisive;
        else if (value !== !decisive) result = null;
        return result === decisive ? 'stop' : 'go on';
      });
      return budget.left < 0 ? null : result;
    };
  },
};

interface Iteration {
  readonly name: string;
  readonly list: (scope: Scope) => FeelList;
}

function parts(node: Node, compile: (node: Node) => Evaluate): { iterations: Iteration[]; body: Evaluate } {
  const [expressions, body] = node.children;
  if (expressions === undefined || body === undefined) throw unsupported(node.text);
  const iterations = expressions.children.map((expression) => {
    const [name, source] = expression.children;
    if (name === undefined || source === undefined) throw unsupported(expression.text);
    return { name: nameOf(name), list: iterationList(source, compile) };
  });
  return { iterations, body: compile(body) };
}

function mentions(node: Node, name: string): boolean {
  return (
    (node.name === 'VariableName' && nameOf(node) === name) || node.children.some((child) => mentions(child, name))
  );
}

function iterationList(node: Node, compile: (node: Node) => Evaluate): (scope: Scope) => FeelList {
  const [from, to] = node.children.map(compile);
  if (from === undefined) throw unsupported(node.text);
  if (to === undefined) return (scope) => asList(from(scope));
  return (scope) => {
    const [start, end] = [wholeNumber(from(scope)), wholeNumber(to(scope))];
    if (start === undefined || end === undefined) return [];
    const size = Math.min(Math.abs(end - start) + 1, MOST_ITERATIONS + 1);
    return Array.from({ length: size }, (_, index) => new Decimal(start + Math.sign(end - start) * index));
  };
}

// Later iterations see the variables of the earlier ones; the last one varies fastest.
function eachCombination(
  scope: Scope,
  iterations: readonly Iteration[],
  bound: ReadonlyMap<string, FeelValue>,
  budget: { left: number },
  visit: (scope: Scope) => 'go on' | 'stop',
): 'go on' | 'stop' {
  const inner = inside(scope, bound);
  const [iteration, ...others] = iterations;
  if (iteration === undefined) return budget.left-- > 0 ? visit(inner) : 'stop';
  for (const item of iteration.list(inner)) {
    const next = new Map([...bound, [iteration.name, item]]);
    if (eachCombination(scope, others, next, budget, visit) === 'stop') return 'stop';
  }
  return 'go on';
}
