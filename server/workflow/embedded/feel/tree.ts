import type { SyntaxNode } from '@lezer/common';
import { parser, trackVariables } from 'lezer-feel';
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

// The grammar needs to know which names hold a keyword (`get or else`). Variables are deliberately not among them:
// whether an expression parses must not depend on the data it meets.
const feelParser = parser.configure({
  top: 'Expression',
  contextTracker: trackVariables(Object.fromEntries(builtinNames.map((name) => [name, null]))),
});

/** Parses one FEEL expression (without the leading `=`). */
export function parseTree(source: string): Parsed {
  if (source.length > LONGEST) return { kind: 'limit' };
  const tree = feelParser.parse(source);
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
  const root = meaningful(tree.topNode)[0];
  if (broken !== undefined || root === undefined) return { kind: 'syntax', position: broken ?? 0 };
  return { kind: 'parsed', root: toNode(root, source) };
}

function toNode(node: SyntaxNode, source: string): Node {
  const text = source.slice(node.from, node.to);
  const words: string[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isWord(child.name)) words.push(source.slice(child.from, child.to));
  }
  return {
    name: node.name,
    text,
    from: node.from,
    words,
    children: meaningful(node).map((child) => toNode(child, source)),
  };
}

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
