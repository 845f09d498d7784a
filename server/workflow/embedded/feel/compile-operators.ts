import { calculate, negate, type ArithmeticOperator } from './arithmetic.js';
import { equals, isIn, order } from './compare.js';
import type { Compiler } from './compile.js';
import { only } from './compile-literals.js';
import { unsupported } from './problem.js';
import { inside, lenient, type Evaluate, type Scope } from './scope.js';
import type { Node } from './tree.js';
import type { FeelList, FeelValue } from './values.js';

export const operatorNodes: Readonly<Record<string, Compiler>> = {
  ArithmeticExpression: (node, compile) => {
    const operator = operatorOf(node, 'ArithOp') as ArithmeticOperator;
    const [first, second] = operands(node).map(compile);
    if (first === undefined) throw unsupported(node.text);
    if (second === undefined) return (scope) => negate(first(scope));
    return (scope) => calculate(operator, first(scope), second(scope));
  },
  Comparison: (node, compile) => {
    if (node.words[0] === 'between') return between(node, compile);
    if (node.words[0] === 'in') return membership(node, compile);
    return comparison(node, compile);
  },
  // Three-valued logic (DMN 1.3, table 50): what is not boolean counts as unknown, and a false or true that decides
  // the result ends the evaluation, so that `x != null and x > 5` asks for x only where it is there.
  Conjunction: (node, compile) => connective(node.children.map(compile), false),
  Disjunction: (node, compile) => connective(node.children.map(compile), true),
  IfExpression: (node, compile) => {
    const [condition, consequence, alternative] = node.children.map(compile);
    if (condition === undefined || consequence === undefined || alternative === undefined) throw unsupported(node.text);
    return (scope) => (condition(scope) === true ? consequence(scope) : alternative(scope));
  },
};

/** The tests of a cell. `-` passes everything; otherwise one of them must pass, or none of those inside `not(…)`. */
export function compileTests(
  node: Node,
  compile: (node: Node) => Evaluate,
): (input: FeelValue) => (scope: Scope) => boolean | null {
  const list = only(node);
  if (list.name === 'Wildcard') return () => () => true;
  const tests = list.children.map((test) => compileTest(test, compile));
  const negated = node.words[0] === 'not';
  return (input) => {
    const candidates = tests.map((test) => test(input));
    const names = new Map([['?', input]]);
    return (scope) => {
      const passed = anyOf(candidates.map((candidate) => candidate(inside(scope, names))));
      return negated && passed !== null ? !passed : passed;
    };
  };
}

/** A test against the value before `in`: `> 5`, `[1..3]`, `1`, or a list. */
export function compileTest(node: Node, compile: (node: Node) => Evaluate): (value: FeelValue) => Evaluate {
  const inner = node.children[0];
  if (node.name === 'PositiveUnaryTest' && inner !== undefined) return compileTest(inner, compile);
  if (node.name === 'SimplePositiveUnaryTest' && inner?.name === 'CompareOp') {
    const limit = compile(operands(node)[0] ?? inner);
    return (value) => (scope) => compared(inner.text, value, limit(scope));
  }
  const candidate = compile(node);
  // What speaks of the input itself is the whole answer; everything else is compared with it.
  if (speaksOfInput(node)) return () => candidate;
  return (value) => (scope) => isIn(value, candidate(scope));
}

function speaksOfInput(node: Node): boolean {
  return node.name === '?' || node.children.some(speaksOfInput);
}

function comparison(node: Node, compile: (node: Node) => Evaluate): Evaluate {
  const operator = operatorOf(node, 'CompareOp');
  const [left, right] = operands(node);
  if (left === undefined || right === undefined) throw unsupported(node.text);
  const [first, second] = [compile(left), compile(right)];
  // Asking whether something is null is the way to ask whether it is there at all.
  if (left.name === 'null' || right.name === 'null') {
    return (scope) => compared(operator, first(lenient(scope)), second(lenient(scope)));
  }
  return (scope) => compared(operator, first(scope), second(scope));
}

function compared(operator: string, left: FeelValue, right: FeelValue): FeelValue {
  if (operator === '=') return equals(left, right);
  if (operator === '!=') {
    const same = equals(left, right);
    return same === null ? null : !same;
  }
  const sign = order(left, right);
  if (sign === null) return null;
  if (operator === '<') return sign < 0;
  if (operator === '<=') return sign <= 0;
  return operator === '>' ? sign > 0 : sign >= 0;
}

function between(node: Node, compile: (node: Node) => Evaluate): Evaluate {
  const [value, low, high] = node.children.map(compile);
  if (value === undefined || low === undefined || high === undefined) throw unsupported(node.text);
  return (scope) => {
    const tested = value(scope);
    return both(compared('>=', tested, low(scope)), compared('<=', tested, high(scope)));
  };
}

function membership(node: Node, compile: (node: Node) => Evaluate): Evaluate {
  const [value, tests] = node.children;
  if (value === undefined || tests === undefined) throw unsupported(node.text);
  const evaluated = compile(value);
  const candidates = (tests.name === 'PositiveUnaryTests' ? tests.children : [tests]).map((test) =>
    compileTest(test, compile),
  );
  return (scope) => {
    const tested = evaluated(scope);
    return anyOf(candidates.map((candidate) => candidate(tested)(scope)));
  };
}

function anyOf(results: FeelList): boolean | null {
  if (results.includes(true)) return true;
  return results.every((result) => result === false) ? false : null;
}

function connective(parts: readonly Evaluate[], decisive: boolean): Evaluate {
  return (scope) => {
    let result: boolean | null = !decisive;
    for (const part of parts) {
      const value = part(scope);
      if (value === decisive) return decisive;
      if (value !== !decisive) result = null;
    }
    return result;
  };
}

function both(left: FeelValue, right: FeelValue): FeelValue {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

function operatorOf(node: Node, name: string): string {
  const operator = node.children.find((child) => child.name === name)?.text;
  if (operator === undefined) throw unsupported(node.text);
  return operator;
}

function operands(node: Node): readonly Node[] {
  return node.children.filter((child) => child.name !== 'ArithOp' && child.name !== 'CompareOp');
}
