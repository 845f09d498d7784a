import { builtin } from './builtins/index.js';
import type { Compiler } from './compile.js';
import type { Dialect } from './dialect.js';
import { parseDuration } from './durations.js';
import { parseDate, parseDateTime, parseTime } from './parse-temporal.js';
import { Uncompilable, unsupported } from './problem.js';
import type { Evaluate } from './scope.js';
import { only, stringOf, type Node } from './tree.js';
import { Decimal, finite, type FeelValue } from './values.js';

export const literalNodes: Readonly<Record<string, Compiler>> = {
  NumericLiteral: (node, { dialect }) => {
    // Zeebe does not read an exponent; the model would deploy here and not there.
    if (dialect === 'zeebe' && /e/i.test(node.text)) throw unsupported(node.text);
    return constant(finite(new Decimal(node.text.replace(/\s/g, ''))));
  },
  StringLiteral: (node, { dialect }) => constant(stringOf(node, dialect)),
  BooleanLiteral: (node) => constant(node.text === 'true'),
  null: () => constant(null),
  '?': () => variable('?'),
  VariableName: (node, { dialect, binds }) => {
    // Zeebe reads no spaces in names without backticks; the model would deploy here and not there.
    if (dialect === 'zeebe' && /\s/.test(node.text) && !node.text.startsWith('`') && !binds(node.label)) {
      throw unsupported(node.text);
    }
    const named = dialect === 'dmn' && !binds(node.label) ? builtinValue(node.label) : undefined;
    return named ?? variable(node.label);
  },
  ParenthesizedExpression: (node, compilation) => compilation.node(only(node)),
  AtLiteral: (node, { dialect }) => constant(atLiteral(node, dialect)),
};

function constant(value: FeelValue): Evaluate {
  return () => value;
}

// By the letter of DMN a function of the language is a value, too: `sort(liste, before)`.
function builtinValue(name: string): Evaluate | undefined {
  const named = builtin(name, 'dmn');
  const parameters = named?.signatures[0];
  if (named === undefined || parameters === undefined) return undefined;
  return (scope) => scope.lookup(name) ?? { kind: 'function', parameters, call: (given) => named.apply(given, scope) };
}

function variable(name: string): Evaluate {
  return (scope) => {
    const value = scope.lookup(name);
    if (value === undefined) scope.missing.add(name);
    return value ?? null;
  };
}

// `@"…"` is a constant, so a wrong one is an error of the model and found at deployment.
function atLiteral(node: Node, dialect: Dialect): FeelValue {
  const text = stringOf(only(node), 'dmn');
  const value =
    parseDate(text) ??
    parseTime(text) ??
    (text.includes('T') ? parseDateTime(text) : null) ??
    parseDuration(text, dialect);
  if (value !== null) return value;
  throw new Uncompilable({
    code: 'feel.syntax',
    de: `„${text}“ ist weder Datum noch Uhrzeit noch Dauer.`,
    en: `“${text}” is neither a date nor a time nor a duration.`,
  });
}
