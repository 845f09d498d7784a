import type { SyntaxNode } from '@lezer/common';
import { normalizeContextKey, parser, trackVariables } from 'lezer-feel';
import { builtinNames } from './builtins/index.js';

/** A node of the parsed expression: only what carries meaning, with the words and signs of the grammar kept apart. */
export interface Node {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  /** Sub-expressions in order, without keywords and punctuation. */
  readonly children: readonly Node[];
  /** Keywords and punctuation in order, e.g. `[`, `..`, `)`. */
  readonly words: readonly string[];
}

/** Expressions of models are short; the limits keep hostile ones from filling the stack. */
const LONGEST = 20_000;
const DEEPEST = 250;

export type Parsed =
  | { readonly kind: 'parsed'; readonly root: Node }
  | { readonly kind: 'syntax'; readonly position: number }
  | { readonly kind: 'limit' };

/**
 * Names that a model declares, with what lies below each (a list like its entries). The grammar reads `a-b` or
 * `x in y` as one name only where it is declared. Values of variables are deliberately not asked: whether an expression
 * parses must not depend on the data it meets.
 */
export interface FeelNames {
  readonly [name: string]: FeelNames | null;
}

export type Top = 'Expression' | 'UnaryTests';

const undeclared: FeelNames = {};

/** Parses one FEEL expression (without the leading `=`), or the tests of a cell of a decision table. */
export function parseTree(source: string, top: Top = 'Expression', names = undeclared): Parsed {
  if (source.length > LONGEST) return { kind: 'limit' };
  const { parsers, spelling } = grammarFor(names);
  const tree = parsers[top].parse(source);
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
  // `not( … )` around tests is part of the top node itself.
  const root = top === 'UnaryTests' ? tree.topNode : meaningful(tree.topNode)[0];
  if (broken !== undefined || root === undefined) return { kind: 'syntax', position: broken ?? 0 };
  return { kind: 'parsed', root: toNode(root, source, spelling) };
}

interface Grammar {
  readonly parsers: Readonly<Record<Top, typeof parser>>;
  /** Declared names as they are spelled, by the form in which the grammar compares them (`a - b` for `a-b`). */
  readonly spelling: ReadonlyMap<string, string>;
}

const grammars = new WeakMap<FeelNames, Grammar>();

function grammarFor(names: FeelNames): Grammar {
  const known = grammars.get(names);
  if (known !== undefined) return known;
  // The grammar must also know which built-in names hold a keyword (`get or else`).
  const builtins = Object.fromEntries(builtinNames.map((name) => [name, null]));
  const contextTracker = trackVariables({ ...builtins, ...names });
  // In a cell `not` is a word of the grammar: it negates all tests in its brackets.
  const { not: _word, ...others } = builtins;
  const made: Grammar = {
    parsers: {
      Expression: parser.configure({ top: 'Expression', contextTracker }),
      UnaryTests: parser.configure({ top: 'UnaryTests', contextTracker: trackVariables({ ...others, ...names }) }),
    },
    spelling: new Map(allNames(names).map((name) => [normalizeContextKey(name), name])),
  };
  grammars.set(names, made);
  return made;
}

function allNames(names: FeelNames): string[] {
  return Object.entries(names).flatMap(([name, below]) => [name, ...(below === null ? [] : allNames(below))]);
}

function toNode(node: SyntaxNode, source: string, spelling: Grammar['spelling']): Node {
  const written = source.slice(node.from, node.to);
  const text = isName.has(node.name) ? (spelling.get(normalizeContextKey(written)) ?? written) : written;
  const words: string[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isWord(child.name)) words.push(source.slice(child.from, child.to));
  }
  return {
    name: node.name,
    text,
    from: node.from,
    words,
    children: meaningful(node).map((child) => toNode(child, source, spelling)),
  };
}

const isName = new Set(['VariableName', 'PathName', 'Name', 'ParameterName', 'PropertyName', 'QualifiedName']);

function meaningful(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!isWord(child.name) && child.name !== 'Identifier' && !child.name.endsWith('Comment')) children.push(child);
  }
  return children;
}

// Rules of the grammar start with a capital letter; its words and signs do not. `null` is a value that looks like a word.
function isWord(name: string): boolean {
  return !/^[A-Z]/.test(name) && name !== 'null' && name !== '?';
}
