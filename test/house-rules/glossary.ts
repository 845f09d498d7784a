import { readFileSync } from 'node:fs';

export interface Noun {
  /** Code identifiers of the concept, e.g. `Akte`, `Teilakte`. */
  readonly identifiers: readonly string[];
  /** Words that must not name it, in lower case. */
  readonly never: readonly string[];
}

export interface AllowedUse {
  readonly word: string;
  /** Start of the path of the files where the word may stand. */
  readonly where: string;
}

export interface Glossary {
  readonly nouns: readonly Noun[];
  readonly allowed: readonly AllowedUse[];
}

/** Reads GLOSSARY.md: the tables below "Nouns" and "Allowed uses". */
export function readGlossary(): Glossary {
  const text = readFileSync('GLOSSARY.md', 'utf8');
  return {
    nouns: rowsBelow(text, 'Nouns').map((cells) => ({
      identifiers: list(cells[0]).map((name) => name.replaceAll('`', '')),
      never: list(cells.at(-1)),
    })),
    allowed: rowsBelow(text, 'Allowed uses').map(([word = '', where = '']) => ({ word, where })),
  };
}

function rowsBelow(text: string, heading: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading));
  const rows = section?.split('\n').filter((line) => line.startsWith('|')) ?? [];
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function list(cell = ''): string[] {
  return cell.split(',').map((word) => word.trim());
}
