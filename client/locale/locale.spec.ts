import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import english from './en.json';

const dictionary: Readonly<Record<string, string>> = english;

/** A text of the interface: where it stands, its German words and the values that are put into it. */
interface Message {
  readonly id: string;
  readonly file: string;
  readonly values: readonly string[] | null;
}

const messages = sources('client').flatMap(messagesOf);
const ids = new Set(messages.map(({ id }) => id));

describe('the English dictionary', () => {
  it('is read against texts that were really found', () => {
    expect(ids.size).toBeGreaterThan(300);
  });

  it('lacks no text of the interface', () => {
    expect([...ids].filter((id) => dictionary[id] === undefined)).toEqual([]);
  });

  it('holds no text that the interface no longer has', () => {
    expect(Object.keys(dictionary).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('puts the same values into each text as the German one', () => {
    const different = messages.filter(
      ({ id, values }) =>
        values !== null &&
        [...values].sort().join() !==
          placesOf(dictionary[id] ?? '')
            .sort()
            .join(),
    );
    expect(different.map(({ id, file }) => `${id} in ${file}`)).toEqual([]);
  });

  it('leaves no German quotation mark or umlaut behind', () => {
    expect(Object.entries(dictionary).filter(([, text]) => /[äöüß„]/i.test(text))).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|html)$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => join(folder, name));
}

function messagesOf(file: string): Message[] {
  const text = readFileSync(file, 'utf8');
  const inCode = [...text.matchAll(/\$localize`:@@([\w.]+):((?:[^`\\]|\\.)*)`/g)].map(([, id = '', words = '']) => ({
    id,
    file,
    values: [...words.matchAll(/\}:(\w+):/g)].map(([, name = '']) => name),
  }));
  const inTemplates = [...text.matchAll(/\si18n(?:-[\w-]+)?="@@([\w.]+)"/g)].map((match) => ({
    id: match[1] ?? '',
    file,
    values: match[0].includes('i18n=') ? interpolations(text.slice(match.index)) : [],
  }));
  return [...inCode, ...inTemplates];
}

/** Names that Angular gives to the values in the content of an element; null where the content has elements of its own. */
function interpolations(from: string): string[] | null {
  const content = /^[^>]*>([^<]*)</s.exec(from.replace(/"[^"]*"/g, (quoted) => quoted.replaceAll('>', ' ')))?.[1];
  if (content === undefined) return null;
  return [...content.matchAll(/\{\{/g)].map((_, index) => (index === 0 ? 'INTERPOLATION' : `INTERPOLATION_${index}`));
}

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{\$(\w+)\}/g)].map(([, name = '']) => name);
}
