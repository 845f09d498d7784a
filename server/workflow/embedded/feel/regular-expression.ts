import { RE2JS } from 're2js';
import { characterClass } from './character-class.js';
import type { Dialect } from './dialect.js';

/** A regular expression for a matcher that takes linear time. */
export interface LinearPattern {
  readonly pattern: string;
  readonly flags: number;
}

/**
 * Translates a regular expression of XPath (F&O 5.6) and, where they agree, of Java to the syntax of RE2.
 *
 * @param given the flags: `s`, `m`, `i`, `x`, `q` in any order; on Zeebe others mean nothing
 * @returns null where the flags are others, or a class of characters is none. What no linear matcher can do
 *   (back-references, looking around) is left as it is: RE2 refuses it
 */
export function toRe2(pattern: string, given: string, dialect: Dialect): LinearPattern | null {
  const flags = dialect === 'zeebe' ? given.replaceAll(/[^smixq]/g, '') : given;
  if (!/^[smixq]*$/.test(flags)) return null;
  if (flags.includes('q')) return { pattern: RE2JS.quote(pattern), flags: flagsOf(flags.replaceAll(/[smx]/g, '')) };
  const source = flags.includes('x') ? withoutSpaces(pattern) : pattern;
  const parts: string[] = [];
  for (let at = 0; at < source.length;) {
    const [part, length] = translated(source, at, flags) ?? [null, 0];
    if (part === null) return null;
    parts.push(part);
    at += length;
  }
  return { pattern: parts.join(''), flags: flagsOf(flags) };
}

/** Whether a pattern asks for what only a matcher does that may take exponential time: then it is not null but refused. */
export function needsBacktracking(pattern: string): boolean {
  return /\(\?(?:[=!>]|<[=!])|\\[1-9]|\\k<|[*+?]\+|\{\d+(?:,\d*)?\}\+/.test(pattern.replaceAll(/\\[^1-9k]/g, ''));
}

// The piece at a position in the syntax of RE2, and how long it was.
function translated(source: string, at: number, flags: string): readonly [string, number] | null {
  const sign = source[at] ?? '';
  if (sign === '[') {
    const found = characterClass(source, at);
    return found === null ? null : [found.pattern, found.length];
  }
  // A point is every character but the ends of lines.
  if (sign === '.') return [flags.includes('s') ? '.' : String.raw`[^\n\r]`, 1];
  if (sign !== '\\') return [sign, 1];
  const block = /^\\([pP])\{Is([A-Za-z0-9-]+)\}/.exec(source.slice(at, at + 60));
  if (block !== null) {
    const range = blocks[block[2] ?? ''];
    return [range === undefined ? block[0] : `[${block[1] === 'P' ? '^' : ''}${range}]`, block[0].length];
  }
  return [source.slice(at, at + 2), 2];
}

// The blocks of Unicode that cover the languages of Europe.
const blocks: Readonly<Record<string, string>> = {
  BasicLatin: String.raw`\x{0}-\x{7F}`,
  'Latin-1Supplement': String.raw`\x{80}-\x{FF}`,
  'LatinExtended-A': String.raw`\x{100}-\x{17F}`,
  'LatinExtended-B': String.raw`\x{180}-\x{24F}`,
  Greek: String.raw`\x{370}-\x{3FF}`,
  Cyrillic: String.raw`\x{400}-\x{4FF}`,
};

function flagsOf(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0)
  );
}

// With `x` spaces mean nothing, except inside of brackets.
function withoutSpaces(pattern: string): string {
  return pattern.replace(/\[(?:\\.|[^\]])*\]|\s+/gs, (part) => (part.startsWith('[') ? part : ''));
}
