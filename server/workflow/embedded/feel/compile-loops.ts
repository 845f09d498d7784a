import type { Compilation, Compiler } from './compile.js';
import { unsupported } from './problem.js';
import { valuesBetween, valuesOf } from './ranges.js';
import { inside, spend, type Evaluate, type Scope } from './scope.js';
import { mentions, type Node } from './tree.js';
import { isList, isRange, type FeelValue } from './values.js';

export const loopNodes: Readonly<Record<string, Compiler>> = {
  ForExpression: (node, compilation) => {
    const { iterations, body } = parts(node, compilation, ['partial']);
    const asksForPartial = mentions(node, 'partial');
    return (scope) => {
      const results: FeelValue[] = [];
      const complete = eachCombination(scope, iterations, new Map(), (names) => {
        // A copy: what is returned now must not grow with what comes later.
        if (asksForPartial) spend(scope, results.length / 16);
        const bound = asksForPartial ? new Map([...names, ['partial', [...results]]]) : names;
        results.push(body(inside(scope, bound)));
        return 'go on';
      });
      return complete === null ? null : results;
    };
  },
  QuantifiedExpression: (node, compilation) => {
    const { iterations, body } = parts(node, compilation, []);
    const decisive = node.words[0] === 'some';
    return (scope) => {
      let result: boolean | null = !decisive;
      const complete = eachCombination(scope, iterations, new Map(), (names) => {
        const value = body(inside(scope, names));
        if (value === decisive) result = decisive;
        else if (value !== !decisive) result = null;
        return result === decisive ? 'stop' : 'go on';
      });
      return complete === null ? null : result;
    };
  },
};

interface Iteration {
  readonly name: string;
  readonly values: (scope: Scope) => Iterable<FeelValue> | null;
  /** Whether the values may depend on the variables of the iterations before. */
  readonly seesEarlier: boolean;
}

function parts(
  node: Node,
  compilation: Compilation,
  further: readonly string[],
): { iterations: readonly Iteration[]; body: Evaluate } {
  const [expressions, body] = node.children;
  if (expressions === undefined || body === undefined) throw unsupported(node.text);
  const names: string[] = [];
  const iterations = expressions.children.map((expression) => {
    const [name, source] = expression.children;
    if (name === undefined || source === undefined) throw unsupported(expression.text);
    // DMN 1.3, 10.3.2.14: later iterations see the earlier ones. In Zeebe they do not.
    const seesEarlier = compilation.dialect === 'dmn';
    const values = iterationValues(source, seesEarlier ? compilation.inside([...names]) : compilation);
    names.push(name.label);
    return { name: name.label, values, seesEarlier };
  });
  return { iterations, body: compilation.inside([...names, ...further]).node(body) };
}

function iterationValues(node: Node, compilation: Compilation): Iteration['values'] {
  const [from, to] = node.children.map((child) => compilation.node(child));
  if (from === undefined) throw unsupported(node.text);
  const { dialect } = compilation;
  if (to !== undefined) return (scope) => valuesBetween(from(scope), to(scope), dialect);
  if (dialect === 'zeebe' && node.children[0]?.name === 'SimplePositiveUnaryTest') throw unsupported(node.text);
  return (scope) => {
    const source = from(scope);
    if (isList(source)) return source;
    if (source === null || dialect === 'zeebe') return null;
    return isRange(source) ? valuesOf(source, dialect) : [source];
  };
}

/** Visits every combination, the last iteration fastest. Null where one of them is none. */
function eachCombination(
  scope: Scope,
  iterations: readonly Iteration[],
  bound: ReadonlyMap<string, FeelValue>,
  visit: (names: ReadonlyMap<string, FeelValue>) => 'go on' | 'stop',
): 'go on' | 'stop' | null {
  const [iteration, ...others] = iterations;
  if (iteration === undefined) return visit(bound);
  const values = iteration.values(iteration.seesEarlier ? inside(scope, bound) : scope);
  if (values === null) return null;
  for (const item of values) {
    spend(scope, 1);
    const outcome = eachCombination(scope, others, new Map([...bound, [iteration.name, item]]), visit);
    if (outcome !== 'go on') return outcome;
  }
  return 'go on';
}
