import type { Compiler } from './compile.js';
import { nameOf, only, stringOf } from './compile-literals.js';
import { unsupported } from './problem.js';
import { propertyOf } from './properties.js';
import { inside, type Evaluate, type Scope } from './scope.js';
import type { Node } from './tree.js';
import {
  asList,
  isContext,
  isList,
  isNumber,
  wholeNumber,
  type FeelList,
  type FeelRange,
  type FeelValue,
} from './values.js';

export const collectionNodes: Readonly<Record<string, Compiler>> = {
  List: (node, compile) => {
    const entries = node.children.map(compile);
    return (scope) => entries.map((entry) => entry(scope));
  },
  Context: (node, compile) => context(node, compile),
  PathExpression: (node, compile) => {
    const [base, name] = node.children;
    if (base === undefined || name === undefined) throw unsupported(node.text);
    const source = compile(base);
    const property = nameOf(name);
    return (scope) => select(source(scope), property);
  },
  FilterExpression: (node, compile) => filter(node, compile),
  SimplePositiveUnaryTest: (node, compile) => compile(only(node)),
  PositiveUnaryTest: (node, compile) => compile(only(node)),
  Interval: (node, compile) => interval(node, compile),
};

// Later entries see the earlier ones.
function context(node: Node, compile: (node: Node) => Evaluate): Evaluate {
  const entries = node.children.map((entry) => {
    const [key, value] = entry.children;
    if (key === undefined || value === undefined) throw unsupported(entry.text);
    const literal = key.children[0];
    return { key: literal?.name === 'StringLiteral' ? stringOf(literal) : nameOf(key), value: compile(value) };
  });
  return (scope) => {
    const result = new Map<string, FeelValue>();
    const inner = inside(scope, result);
    for (const { key, value } of entries) result.set(key, value(inner));
    return result;
  };
}

// On a list a path selects from every entry.
function select(value: FeelValue, name: string): FeelValue {
  if (value === null) return null;
  if (isContext(value)) return value.get(name) ?? null;
  if (isList(value)) return value.map((entry) => select(entry, name));
  return propertyOf(value, name);
}

function filter(node: Node, compile: (node: Node) => Evaluate): Evaluate {
  const [source, predicate] = node.children.map(compile);
  if (source === undefined || predicate === undefined) throw unsupported(node.text);
  return (scope) => {
    const list = asList(source(scope));
    const first = predicate(itemScope(scope, list[0] ?? null));
    if (first !== null && isNumber(first)) return at(list, wholeNumber(first));
    return list.filter((item) => predicate(itemScope(scope, item)) === true);
  };
}

function itemScope(scope: Scope, item: FeelValue): Scope {
  const names = new Map<string, FeelValue>(item !== null && isContext(item) ? item : []);
  if (!names.has('item')) names.set('item', item);
  return inside(scope, names);
}

/** Positions count from 1, negative ones from the end. */
function at(list: FeelList, position: number | undefined): FeelValue {
  if (position === undefined || position === 0) return null;
  return list.at(position > 0 ? position - 1 : position) ?? null;
}

function interval(node: Node, compile: (node: Node) => Evaluate): Evaluate {
  const [from, to] = node.children.map(compile);
  const [opening, closing] = [node.words[0], node.words[node.words.length - 1]];
  if (from === undefined || to === undefined) throw unsupported(node.text);
  return (scope): FeelRange => ({
    kind: 'range',
    from: from(scope),
    to: to(scope),
    fromBound: opening === '[' ? 'closed' : 'open',
    toBound: closing === ']' ? 'closed' : 'open',
  });
}
