import { calculate, negate, type ArithmeticOperator } from './arithmetic.js';
import { equals, isIn, order } from './compare.js';
import type { Compilation, Compiler } from './compile.js';
import type { Dialect } from './dialect.js';
import { unsupported } from './problem.js';
import { lenient, spend, type Evaluate } from './scope.js';
import { mentions, type Node } from './tree.js';
import type { FeelValue } from './values.js';

export const operatorNodes: Readonly<Record<string, Compiler>> = {
  ArithmeticExpression: (node, compilation) => {
    const operator = operatorOf(node, 'ArithOp') as ArithmeticOperator;
    const [first, second] = operands(node).map((operand) => compilation.node(operand));
    if (first === undefined) throw unsupported(node.text);
    if (second === undefined) return (scope) => negate(first(scope), compilation.dialect === 'dmn');
    return (scope) => {
      const result = calculate(operator, first(scope), second(scope), compilation.dialect);
      if (typeof result === 'string') spend(scope, result.length / 64);
      return result;
    };
  },
  Comparison: (node, compilation) => {
    if (node.words[0] === 'between') return between(node, compilation);
    if (node.words[0] === 'in') return membership(node, compilation);
    return comparison(node, compilation);
  },
  // Three-valued logic (DMN 1.3, table 50): what is not boolean counts as unknown, and a false or true that decides
  // the result ends the evaluation, so that `x != null and x > 5` asks for x only where it is there.
  Conjunction: (node, compilation) => connective(node, compilation, false),
  Disjunction: (node, compilation) => connective(node, compilation, true),
  IfExpression: (node, compilation) => {
    const [condition, consequence, alternative] = node.children.map((child) => compilation.node(child));
    if (condition === undefined || consequence === undefined || alternative === undefined) throw unsupported(node.text);
    return (scope) => (condition(scope) === true ? consequence(scope) : alternative(scope));
  },
  UnaryTests: unaryTests,
};

// In a cell Zeebe takes an expression that is true for passed, whatever the input (`amount > limit` for a column of
// texts); a literal `true` is compared with the input like any other value.
function compileCell(test: Node, compilation: Compilation): (value: FeelValue) => Evaluate {
  const compared = compileTest(test, compilation);
  const inner = test.name === 'PositiveUnaryTest' ? test.children[0] : test;
  const literal = inner === undefined || ['BooleanLiteral', 'SimplePositiveUnaryTest'].includes(inner.name);
  if (compilation.dialect === 'dmn' || literal) return compared;
  const itself = compilation.node(inner);
  return (value) => {
    const comparison = compared(value);
    return (scope) => itself(scope) === true || comparison(scope);
  };
}

/** A test against the value before `in`: `> 5`, `[1..3]`, `1`, or a list. */
function compileTest(node: Node, compilation: Compilation): (value: FeelValue) => Evaluate {
  const inner = node.children[0];
  if (node.name === 'PositiveUnaryTest' && inner !== undefined) return compileTest(inner, compilation);
  if (node.name === 'SimplePositiveUnaryTest' && inner?.name === 'CompareOp') {
    const limit = compilation.node(operands(node)[0] ?? inner);
    refuseEquality(inner.text, compilation, node);
    return (value) => (scope) => compared(inner.text, value, limit(scope), compilation.dialect);
  }
  const candidate = compilation.node(node);
  // A test that asks about the value itself (`? > 5`, `contains(?, "x")`) has already given its answer.
  if (mentions(node, '?')) return () => (scope) => candidate(scope) === true;
  return (value) => (scope) => isIn(value, candidate(scope), compilation.dialect);
}

// A cell of a decision table: the value under test is `?`.
function unaryTests(node: Node, compilation: Compilation): Evaluate {
  if (node.children[0]?.name === 'Wildcard') return () => true;
  const tests = (node.children[0]?.children ?? []).map((test) => compileCell(test, compilation));
  const wanted = !node.words.includes('not');
  return (scope) => {
    const value = scope.lookup('?') ?? null;
    const result = anyOf(tests.map((test) => test(value)(scope)));
    return result === null ? null : result === wanted;
  };
}

function comparison(node: Node, compilation: Compilation): Evaluate {
  const operator = operatorOf(node, 'CompareOp');
  const [left, right] = operands(node);
  if (left === undefined || right === undefined) throw unsupported(node.text);
  const { dialect } = compilation;
  if (dialect === 'zeebe' && (isInterval(left) || isInterval(right))) throw unsupported(node.text);
  const [first, second] = [compilation.node(left), compilation.node(right)];
  // Asking whether something is null is the way to ask whether it is there at all.
  if (left.name === 'null' || right.name === 'null') {
    return (scope) => compared(operator, first(lenient(scope)), second(lenient(scope)), dialect);
  }
  return (scope) => compared(operator, first(scope), second(scope), dialect);
}

function compared(operator: string, left: FeelValue, right: FeelValue, dialect: Dialect): FeelValue {
  if (operator === '=') return equals(left, right, dialect);
  if (operator === '!=') {
    const same = equals(left, right, dialect);
    return same === null ? null : !same;
  }
  const sign = order(left, right);
  if (sign === null) return null;
  if (operator === '<') return sign < 0;
  if (operator === '<=') return sign <= 0;
  return operator === '>' ? sign > 0 : sign >= 0;
}

function between(node: Node, compilation: Compilation): Evaluate {
  const [value, low, high] = node.children.map((child) => compilation.node(child));
  if (value === undefined || low === undefined || high === undefined) throw unsupported(node.text);
  return (scope) => {
    const tested = value(scope);
    return both(
      compared('>=', tested, low(scope), compilation.dialect),
      compared('<=', tested, high(scope), compilation.dialect),
    );
  };
}

function membership(node: Node, compilation: Compilation): Evaluate {
  const [value, tests] = node.children;
  if (value === undefined || tests === undefined) throw unsupported(node.text);
  const evaluated = compilation.node(value);
  const candidates = (tests.name === 'PositiveUnaryTests' ? tests.children : [tests]).map((test) =>
    compileTest(test, compilation),
  );
  return (scope) => {
    const tested = evaluated(scope);
    return anyOf(candidates.map((candidate) => candidate(tested)(scope)));
  };
}

// Zeebe reads neither `= 5` as a test nor a range as anything but one: the model would deploy here and not there.
function refuseEquality(operator: string, { dialect }: Compilation, node: Node): void {
  if (dialect === 'zeebe' && (operator === '=' || operator === '!=')) throw unsupported(node.text);
}

function isInterval(node: Node): boolean {
  return node.name === 'Interval' || (node.name === 'SimplePositiveUnaryTest' && node.children[0]?.name === 'Interval');
}

function anyOf(results: readonly FeelValue[]): boolean | null {
  if (results.includes(true)) return true;
  return results.includes(null) ? null : false;
}

function connective(node: Node, compilation: Compilation, decisive: boolean): Evaluate {
  const parts = node.children.map((child) => compilation.node(child));
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
