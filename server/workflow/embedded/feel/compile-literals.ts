import type { Compiler } from './compile.js';
import { parseDuration } from './durations.js';
import { Uncompilable, unsupported } from './problem.js';
import type { Evaluate } from './scope.js';
import { parseDate, parseDateTime, parseTime } from './temporal.js';
import type { Node } from './tree.js';
import { Decimal, type FeelValue } from './values.js';

export const literalNodes: Readonly<Record<string, Compiler>> = {
  NumericLiteral: (node) => {
    // Zeebe does not read an exponent either; the model would deploy here and not there.
    if (/e/i.test(node.text)) throw unsupported(node.text);
    return constant(new Decimal(node.text.replace(/\s/g, '')));
  },
  StringLiteral: (node) => constant(stringOf(node)),
  BooleanLiteral: (node) => constant(node.text === 'true'),
  null: () => constant(null),
  VariableName: (node) => variable(nameOf(node)),
  // The input of a cell of a decision table.
  '?': () => variable('?'),
  ParenthesizedExpression: (node, compile) => compile(only(node)),
  AtLiteral: (node) => constant(atLiteral(node)),
};

/** The text of a string literal without quotes, its escapes resolved. */
export function stringOf(node: Node): string {
  return node.text.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/gs, (whole, escape: string) => {
    if (escape.length > 1) return String.fromCodePoint(Math.min(parseInt(escape.slice(1), 16), 0x10ffff));
    return escapes[escape] ?? whole;
  });
}

/** A name as it is looked up: FEEL names may hold spaces, any run of them counts as one. */
export function nameOf(node: Node): string {
  return node.text.trim().replace(/\s+/g, ' ');
}

export function only(node: Node): Node {
  const child = node.children[0];
  if (child === undefined) throw new Error(`The grammar gave ${node.name} no content`);
  return child;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

function constant(value: FeelValue): Evaluate {
  return () => value;
}

function variable(name: string): Evaluate {
  return (scope) => {
    const value = scope.lookup(name);
    if (value === undefined) scope.missing.add(name);
    return value ?? null;
  };
}

// `@"…"` is a constant, so a wrong one is an error of the model and found at deployment.
function atLiteral(node: Node): FeelValue {
  const text = stringOf(only(node));
  const value =
    parseDate(text) ?? parseTime(text) ?? (text.includes('T') ? parseDateTime(text) : null) ?? parseDuration(text);
  if (value !== null) return value;
  throw new Uncompilable({
    code: 'feel.syntax',
    de: `„${text}“ ist weder Datum noch Uhrzeit noch Dauer.`,
    en: `“${text}” is neither a date nor a time nor a duration.`,
  });
}
