import { builtin, type Builtin } from './builtins/index.js';
import type { Compiler } from './compile.js';
import { nameOf } from './compile-literals.js';
import { unsupported, wrongArguments } from './problem.js';
import { lenient, type Evaluate } from './scope.js';
import type { Node } from './tree.js';

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
  const called = builtin(nameOf(name));
  if (called === undefined) throw unsupported(`${nameOf(name)}()`);
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
