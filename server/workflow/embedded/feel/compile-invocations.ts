import { builtin, type Builtin } from './builtins/index.js';
import type { Compilation, Compiler } from './compile.js';
import { unsupported, wrongArguments, type Uncompilable } from './problem.js';
import { lenient, spend, type Evaluate, type Scope } from './scope.js';
import { stringOf, type Node } from './tree.js';
import { isFunction, isList, type FeelFunction, type FeelValue } from './values.js';

export const invocationNodes: Readonly<Record<string, Compiler>> = {
  FunctionInvocation: invocation,
  // `date(…)`, `time(…)`, `date and time(…)` and `duration(…)` have a rule of their own in the grammar.
  DateTimeLiteral: (node, compilation) => {
    const first = node.children[0];
    return first?.name === 'AtLiteral' ? compilation.node(first) : invocation(node, compilation);
  },
};

function invocation(node: Node, compilation: Compilation): Evaluate {
  const [called, list] = node.children;
  if (called === undefined || list === undefined) throw unsupported(node.text);
  const isName = ['VariableName', 'DateTimeConstructor', 'SpecialFunctionName'].includes(called.name);
  const mayBeBound = called.name === 'VariableName' && compilation.binds(called.label);
  if (isName && !mayBeBound) return builtinCall(called.label, list, compilation);
  // Zeebe calls functions by a name only; the model would deploy here and not there.
  if (!isName && compilation.dialect === 'zeebe') throw unsupported(node.text);
  const given = argumentsOf(list, compilation);
  const own = builtin(called.label, compilation.dialect);
  // A bound name may still be no function: then the function of the language is meant, e.g. beside an entry `count`.
  const otherwise = isName && own !== undefined ? builtinCall(called.label, list, compilation) : () => null;
  const source = compilation.node(called);
  return (scope) => {
    const value = source(isName && own !== undefined ? lenient(scope) : scope);
    return isFunction(value) ? callOf(value, given, scope) : otherwise(scope);
  };
}

interface Argument {
  /** null: by its place. */
  readonly name: string | null;
  readonly value: Evaluate;
}

function argumentsOf(list: Node, compilation: Compilation): readonly Argument[] {
  if (list.name !== 'NamedParameters')
    return list.children.map((node) => ({ name: null, value: compilation.node(node) }));
  return list.children.map(({ children: [name, value], text }) => {
    if (name === undefined || value === undefined) throw unsupported(text);
    return { name: name.label, value: compilation.node(value) };
  });
}

// A function that is called with too few, too many or unknown arguments has no value (DMN 1.3, 10.3.2.13.2).
function callOf({ parameters, call }: FeelFunction, given: readonly Argument[], scope: Scope): FeelValue {
  if (given.length !== parameters.length) return null;
  const values = new Map(given.map(({ name, value }, index) => [name ?? parameters[index], value(scope)]));
  return parameters.every((name) => values.has(name)) ? call(parameters.map((name) => values.get(name) ?? null)) : null;
}

function builtinCall(name: string, list: Node, compilation: Compilation): Evaluate {
  const called = builtin(name, compilation.dialect);
  if (called === undefined) return refused(unsupported(`${name}()`), compilation);
  const nodes = positional(called, list);
  if (nodes === undefined) return refused(wrongArguments(name, called.signatures[0]?.join(', ') ?? ''), compilation);
  const given = nodes.map((argument) => (argument === undefined ? undefined : compilation.node(argument)));
  const literals = nodes.map((argument) =>
    argument?.name === 'StringLiteral' ? stringOf(argument, compilation.dialect) : null,
  );
  const impossible = called.refuses?.(literals) ?? null;
  if (impossible !== null) return refused(unsupported(impossible), compilation);
  const missingAllowed = called.absent === 'allowed';
  return (scope) => {
    const visible = missingAllowed ? lenient(scope) : scope;
    const result = called.apply(
      given.map((argument) => argument?.(visible) ?? null),
      scope,
    );
    spend(scope, sizeOf(result));
    return result;
  };
}

// By the letter of DMN a wrong call is null. In a model it is a mistake, and found when it is deployed.
function refused(problem: Uncompilable, { dialect }: Compilation): Evaluate {
  if (dialect === 'zeebe') throw problem;
  return () => null;
}

function sizeOf(value: FeelValue): number {
  if (typeof value === 'string') return 1 + value.length / 64;
  return isList(value) ? 1 + value.length : 1;
}

/** The arguments in the order of the parameters, with undefined for those left out; undefined where they do not fit. */
function positional(called: Builtin, list: Node): readonly (Node | undefined)[] | undefined {
  if (list.name !== 'NamedParameters') return called.arity.includes(list.children.length) ? list.children : undefined;
  const named = new Map(list.children.map(({ children: [name, value] }) => [name?.label ?? '', value]));
  if (named.size !== list.children.length) return undefined;
  const signature = called.signatures.find((parameters) =>
    [...named.keys()].every((name) => parameters.includes(name)),
  );
  if (signature === undefined) return undefined;
  const last = Math.max(-1, ...[...named.keys()].map((name) => signature.indexOf(name)));
  return called.arity.includes(last + 1)
    ? signature.slice(0, last + 1).map((parameter) => named.get(parameter))
    : undefined;
}
