import type { Glossary } from './glossary.js';
import type { RepositoryFile } from './repository.js';

/** A name that others see: an exported type, a table, or a segment of an address. */
export interface PublicName {
  readonly kind: 'type' | 'table' | 'route segment';
  readonly name: string;
  readonly path: string;
}

/** Exported types and classes, tables of the migrations, and segments of server and client routes. */
export function publicNames(files: readonly RepositoryFile[]): PublicName[] {
  return files.flatMap(({ path, text }) => [
    ...matches(text, /^export (?:abstract )?(?:interface|type|class|enum) (\w+)/gm).map(named('type', path)),
    ...(path.endsWith('.sql') ? matches(text, /^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/gim) : []).map(
      named('table', path),
    ),
    ...addresses(path, text)
      .flatMap((address) => address.split('/'))
      .filter((segment) => /^[a-z][a-z-]*$/i.test(segment))
      .map(named('route segment', path)),
  ]);
}

/** Words of the name that the glossary forbids at this place, with the concept that they would blur. */
export function forbiddenWords({ nouns, allowed }: Glossary, { name, path }: PublicName): string[] {
  const words = wordsOf(name).flatMap((word) => [word, word.replace(/s$/, '')]);
  return nouns.flatMap(({ identifiers, never }) =>
    never
      .filter((word) => words.includes(word))
      .filter((word) => !allowed.some((use) => use.word === word && path.startsWith(use.where)))
      .map((word) => `${word} (say ${identifiers.join(', ')})`),
  );
}

/** `AktenplanNode`, `aktenplan_node` and `aktenplan-node` are two words each; `PDFPage` is `pdf`, `page`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);
}

function addresses(path: string, text: string): string[] {
  if (path.endsWith('.http.ts')) return matches(text, /['"](\/[^'"\s]*)['"]/g);
  if (/^client\/app\/.*routes\.ts$/.test(path)) return matches(text, /(?:path: |screen\()'([^']*)'/g);
  return [];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

function named(kind: PublicName['kind'], path: string): (name: string) => PublicName {
  return (name) => ({ kind, name, path });
}
