import { builtin, type Builtin } from './builtins/index.js';
import type { Compiler } from './compile.js';
import { nameOf } from './compile-literals.js';
import { unsupported, wrongArguments } from './problem.js';
import { lenient, type Evaluate } from './scope.js';
import type { Node } from './tree.js';
import { isFunction } from './values.js';

export const invocationNodes: Readonly<Record<string, Compiler>> = {
  FunctionInvocation: invocation,
  // `date(…)`, `time(…)`, `date and time(…)` and `duration(…)` have a rule of their own in the grammar.
  DateTimeLiteral: (node, compile) => {
    const first = node.children[0];
    return first?.name === 'AtLiteral' ? compile(first) : invocation(node, compile);
  },
};

function invocation(node: Node, compile: (node: Node) => Evaluate): Evaluate {
  const [name, list] = node.children;
  if (name === undefined || list === undefined) throw unsupported(node.text);
  const called = name.name === 'VariableName' ? builtin(nameOf(name)) : undefined;
  if (called === undefined) return dynamicInvocation(compile(name), list, compile);
  const given = positional(called, list).map((argument) => (argument === undefined ? undefined : compile(argument)));
  if (!called.arity.includes(given.length)) throw wrongArguments(called.name, called.parameters.join(', '));
  const missingAllowed = called.absent === 'allowed';
  return (scope) => {
    const visible = missingAllowed ? lenient(scope) : scope;
    return called.apply(
      given.map((argument) => argument?.(visible) ?? null),
      scope,
    );
  };
}

// A function that is a value: what it is shows only when it is called. Whatever is none gives null.
function dynamicInvocation(called: Evaluate, list: Node, compile: (node: Node) => Evaluate): Evaluate {
  const given = list.children.map((argument) => {
    const value = list.name === 'NamedParameters' ? argument.children[1] : argument;
    const name = list.name === 'NamedParameters' ? argument.children[0] : undefined;
    if (value === undefined) throw unsupported(argument.text);
    return { name: name === undefined ? null : nameOf(name), value: compile(value) };
  });
  return (scope) => {
    const callee = called(scope);
    if (!isFunction(callee) || callee.parameters.length !== given.length) return null;
    const values = given.map(({ value }) => value(scope));
    if (list.name !== 'NamedParameters') return callee.call(values);
    const places = callee.parameters.map((parameter) => given.findIndex(({ name }) => name === parameter));
    return places.includes(-1) ? null : callee.call(places.map((place) => values[place] ?? null));
  };
}

function positional(called: Builtin, list: Node): readonly (Node | undefined)[] {
  if (list.name !== 'NamedParameters') return list.children;
  const named = new Map<string, Node | undefined>();
  for (const { children } of list.children) {
    const [name, value] = children;
    if (name === undefined || !called.parameters.includes(nameOf(name))) {
      throw wrongArguments(called.name, called.parameters.join(', '));
    }
    named.set(nameOf(name), value);
  }
  const last = Math.max(...[...named.keys()].map((name) => called.parameters.indexOf(name)));
  return called.parameters.slice(0, last + 1).map((parameter) => named.get(parameter));
}
