import type { Compilation, Compiler } from './compile.js';
import { unsupported } from './problem.js';
import { propertyOf } from './properties.js';
import { inside, spend, type Evaluate, type Scope } from './scope.js';
import { only, stringOf, type Node } from './tree.js';
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
  List: (node, compilation) => {
    const entries = node.children.map((entry) => compilation.node(entry));
    return (scope) => entries.map((entry) => entry(scope));
  },
  Context: context,
  PathExpression: (node, compilation) => {
    const [base, name] = node.children;
    if (base === undefined || name === undefined) throw unsupported(node.text);
    if (compilation.dialect === 'zeebe' && base.name === 'SimplePositiveUnaryTest') throw unsupported(node.text);
    const source = compilation.node(base);
    const property = name.label;
    return (scope) => select(source(scope), property);
  },
  FilterExpression: filter,
  SimplePositiveUnaryTest: (node, compilation) => {
    const [operator, limit] = node.children;
    if (operator?.name !== 'CompareOp' || limit === undefined) return compilation.node(only(node));
    const equality = operator.text === '=' || operator.text === '!=';
    if (compilation.dialect === 'zeebe' && equality) throw unsupported(node.text);
    const end = compilation.node(limit);
    return (scope) => halfRange(operator.text, end(scope));
  },
  PositiveUnaryTest: (node, compilation) => compilation.node(only(node)),
  Interval: interval,
};

// Later entries see the earlier ones.
function context(node: Node, compilation: Compilation): Evaluate {
  const names: string[] = [];
  const entries = node.children.map((entry) => {
    const [key, value] = entry.children;
    if (key === undefined || value === undefined) throw unsupported(entry.text);
    const literal = key.children[0];
    const name = literal?.name === 'StringLiteral' ? stringOf(literal, compilation.dialect) : key.label;
    const compiled = { key: name, value: compilation.inside([...names]).node(value) };
    names.push(name);
    return compiled;
  });
  const twice = new Set(names).size < names.length;
  // DMN 1.3, 10.3.2.6: a key twice makes no context.
  if (twice && compilation.dialect === 'dmn') return () => null;
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
  return propertyOf(value, name) ?? null;
}

function filter(node: Node, compilation: Compilation): Evaluate {
  const [base, condition] = node.children;
  if (base === undefined || condition === undefined) throw unsupported(node.text);
  const source = compilation.node(base);
  const predicate = compilation.inside(null).node(condition);
  return (scope) => {
    const filtered = source(scope);
    if (filtered !== null && !isList(filtered) && scope.dialect === 'zeebe') return null;
    const list = asList(filtered);
    const first = predicate(itemScope(scope, list[0] ?? null));
    if (first !== null && isNumber(first)) return at(list, wholeNumber(first.trunc()));
    spend(scope, list.length);
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

function interval(node: Node, compilation: Compilation): Evaluate {
  const [from, to] = node.children.map((end) => compilation.node(end));
  const [opening, closing] = [node.words[0], node.words[node.words.length - 1]];
  if (from === undefined || to === undefined) throw unsupported(node.text);
  return (scope): FeelRange => ({
    kind: 'range',
    from: from(scope),
    to: to(scope),
    fromBound: opening === '[' ? 'closed' : 'open',
    toBound: closing === ']' ? 'closed' : 'open',
    outside: false,
  });
}

/** `(> 5)` as a value: a range with one end. */
function halfRange(operator: string, end: FeelValue): FeelRange {
  const bound = operator === '<' || operator === '>' ? 'open' : 'closed';
  const below = operator.startsWith('<');
  const above = operator.startsWith('>');
  return {
    kind: 'range',
    from: below ? undefined : end,
    to: above ? undefined : end,
    fromBound: below ? 'open' : bound,
    toBound: above ? 'open' : bound,
    outside: operator === '!=',
  };
}
