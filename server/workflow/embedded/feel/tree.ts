import type { SyntaxNode } from '@lezer/common';
import { normalizeContextKey, parser, trackVariables } from 'lezer-feel';
import { builtinNames } from './builtins/index.js';
import type { Dialect } from './dialect.js';

/** A node of the parsed expression: only what carries meaning, with the words and signs of the grammar kept apart. */
export interface Node {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  /** The name in a node that names something: as it was declared, with runs of spaces as one. */
  readonly label: string;
  /** Sub-expressions in order, without keywords and punctuation. */
  readonly children: readonly Node[];
  /** Keywords and punctuation in order, e.g. `[`, `..`, `)`. */
  readonly words: readonly string[];
}

/**
 * Names that a model declares, with what lies below each (a list like its entries). The grammar reads `a-b` or
 * `x in y` as one name only where it is declared. Values of variables are deliberately not asked: whether an expression
 * parses must not depend on the data it meets.
 */
export interface FeelNames {
  readonly [name: string]: FeelNames | null;
}

export type Top = 'Expression' | 'UnaryTests';

/** Expressions of models are short; the limits keep hostile ones from filling the stack. */
const LONGEST = 20_000;
const DEEPEST = 250;

export type Parsed =
  | { readonly kind: 'parsed'; readonly root: Node }
  | { readonly kind: 'syntax'; readonly position: number }
  | { readonly kind: 'limit' };

/** Parses one FEEL expression (without the leading `=`), or the tests of a cell of a decision table. */
export function parseTree(source: string, top: Top, dialect: Dialect, names: FeelNames): Parsed {
  if (source.length > LONGEST || nests(source)) return { kind: 'limit' };
  const { parsers, spelling } = grammarFor(names);
  const tree = parsers[`${dialect} ${top}`].parse(withKnownTypes(source));
  let broken: number | undefined;
  let depth = 0;
  let deepest = 0;
  tree.iterate({
    enter: (node) => {
      deepest = Math.max(deepest, ++depth);
      if (node.type.isError) broken ??= node.from;
    },
    leave: () => {
      depth -= 1;
    },
  });
  if (deepest > DEEPEST) return { kind: 'limit' };
  if (broken !== undefined) return { kind: 'syntax', position: broken };
  // `not( … )` around tests is part of the top node itself.
  const root = top === 'UnaryTests' ? tree.topNode : meaningful(tree.topNode)[0];
  if (root === undefined) return { kind: 'syntax', position: 0 };
  return { kind: 'parsed', root: toNode(root, source, spelling) };
}

export function only(node: Node): Node {
  const child = node.children[0];
  if (child === undefined) throw new Error(`The grammar gave ${node.name} no content`);
  return child;
}

/** Whether a variable of this name stands anywhere in the expression. */
export function mentions(node: Node, name: string): boolean {
  return (
    ((node.name === 'VariableName' || node.name === '?') && node.label === name) ||
    node.children.some((child) => mentions(child, name))
  );
}

// The grammar does not know `range<number>`: a list stands in its place, as long, and the node keeps its own text.
function withKnownTypes(source: string): string {
  return source.replace(/(?<=\binstance\s+of\s+)range</g, 'list <');
}

/**
 * The text of a string literal without quotes, its escapes resolved. Zeebe knows neither escapes of code points nor one of
 * the backslash itself: `"\\d"` are three characters there.
 */
export function stringOf(node: Node, dialect: Dialect): string {
  const text = node.text.slice(1, -1);
  if (dialect === 'zeebe') return text.replace(/\\([btnfrs"'])/g, (_, sign: string) => signs[sign] ?? sign);
  return text.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/gs, (whole, escape: string) => {
    if (escape.length > 1) return String.fromCodePoint(Math.min(parseInt(escape.slice(1), 16), 0x10ffff));
    return 'nrt"\'\\'.includes(escape) ? (signs[escape] ?? escape) : whole;
  });
}

const signs: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', s: ' ' };

interface Grammar {
  readonly parsers: Readonly<Record<`${Dialect} ${Top}`, typeof parser>>;
  /** Declared names as they are spelled, by the form in which the grammar compares them (`a - b` for `a-b`). */
  readonly spelling: ReadonlyMap<string, string>;
}

// Making a parser costs more than a parse.
const grammars = new WeakMap<FeelNames, Grammar>();

function grammarFor(names: FeelNames): Grammar {
  const known = grammars.get(names);
  if (known !== undefined) return known;
  // The grammar must also know which built-in names hold a keyword (`get or else`).
  const builtins = Object.fromEntries(builtinNames.map((name) => [name, null]));
  const contextTracker = trackVariables({ ...builtins, ...names });
  const expression = { top: 'Expression', contextTracker };
  const tests = { top: 'UnaryTests', contextTracker };
  const made: Grammar = {
    parsers: {
      // Names in backticks are an addition of Zeebe.
      'zeebe Expression': parser.configure({ ...expression, dialect: 'camunda' }),
      'zeebe UnaryTests': parser.configure({ ...tests, dialect: 'camunda' }),
      'dmn Expression': parser.configure(expression),
      'dmn UnaryTests': parser.configure(tests),
    },
    spelling: new Map(everyName(names).map((name) => [normalizeContextKey(name), name])),
  };
  grammars.set(names, made);
  return made;
}

// The grammar recovers from every unclosed bracket anew, which takes seconds for some thousand of them.
function nests(source: string): boolean {
  let depth = 0;
  for (const sign of source.replace(/"(?:[^"\\]|\\.)*"/gs, '')) {
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (Math.abs(depth) > DEEPEST) return true;
  }
  return false;
}

function everyName(names: FeelNames): readonly string[] {
  return Object.entries(names).flatMap(([name, below]) => [name, ...(below === null ? [] : everyName(below))]);
}

function toNode(node: SyntaxNode, source: string, spelling: ReadonlyMap<string, string>): Node {
  const text = source.slice(node.from, node.to);
  const words: string[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isWord(child.name)) words.push(source.slice(child.from, child.to));
  }
  return {
    name: node.name,
    text,
    from: node.from,
    label: naming.has(node.name) ? labelOf(text, spelling) : '',
    words,
    children: meaningful(node).map((child) => toNode(child, source, spelling)),
  };
}

const naming = new Set([
  ...['?', 'VariableName', 'PathName', 'Name', 'ParameterName', 'Key', 'QualifiedName'],
  ...['DateTimeConstructor', 'SpecialFunctionName', 'SpecialType'],
]);

function labelOf(text: string, spelling: ReadonlyMap<string, string>): string {
  if (text.startsWith('`')) return text.slice(1, -1);
  return spelling.get(normalizeContextKey(text)) ?? text.trim().replace(/\s+/g, ' ');
}

function meaningful(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!isWord(child.name) && !/^(Backtick)?Identifier$|Comment$/.test(child.name)) children.push(child);
  }
  return children;
}

// Rules of the grammar start with a capital letter; its words and signs do not. `null` is a value that looks like a word.
function isWord(name: string): boolean {
  return !/^[A-Z]/.test(name) && name !== 'null' && name !== '?';
}
