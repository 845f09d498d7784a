import { isRejection, type Rejection } from '../../contract/rejections.js';
import { parseQuery, type ParsedQuery } from './parse-query.js';
import { referenceKey } from './reference-key.js';
import { tsquery, widenable } from './tsquery.js';

const parsed = (text: string): ParsedQuery => {
  const query = parseQuery(text);
  if (isRejection(query)) throw new Error(query.message.en);
  return query;
};
const refusal = (text: string) => parseQuery(text) as Rejection;
const literal = (text: string, others = (_word: string): string[] => []) => tsquery(parsed(text), others);

describe('a search that is typed', () => {
  it('refuses what is too long', () => {
    expect(refusal('a'.repeat(1_001)).code).toBe('search.tooLong');
    expect(refusal(Array.from({ length: 33 }, (_, index) => `wort${index}`).join(' ')).code).toBe('search.tooLong');
  });

  it('refuses a filter that cannot be read, and says what it may be', () => {
    for (const text of ['seit:31.2.2026', 'seit:0000-01-01', 'bis:morgen', 'typ:ordner', 'zustand:weg', 'plan:%']) {
      expect(refusal(text).code).toBe('search.filter');
    }
    expect(refusal('seit:31.2.2026').message.de).toContain('31.01.2026');
    expect(refusal('seit:x bis:y').reasons).toHaveLength(1);
  });

  it('refuses to look for nothing but exclusions', () => {
    expect(refusal('-steuer').code).toBe('search.onlyExcluded');
    expect(parsed('-steuer typ:akte').filters).toEqual({ kind: 'akte' });
  });

  it('asks for all words, in any form', () => {
    expect(literal('Gebühren Bescheide')).toBe(`('gebuhr') & ('bescheid')`);
  });

  it('takes a phrase as it stands, with its empty words', () => {
    expect(literal('"der Bescheid vom"')).toBe(`('der' <-> 'bescheid' <-> 'vom')`);
    expect(literal('"offen gelassen')).toBe(`('off' <-> 'gelass')`);
  });

  it('leaves out empty words, unless there are no others', () => {
    expect(literal('die Bescheide für')).toBe(`('bescheid')`);
    expect(literal('die')).toBe(`('die')`);
  });

  it('takes an Aktenzeichen as one row of numbers, and Kfz-Steuer as one word too', () => {
    expect(literal('20.31.04-0418/2026')).toBe(`('20' <-> '31' <-> '04' <-> '0418' <-> '2026')`);
    expect(literal('Kfz-Steuer')).toBe(`(('kfz' <-> 'steu') | 'kfzsteu')`);
  });

  it('knows exclusion and beginnings', () => {
    expect(literal('abgabe -"schmutz wasser" gebühr*')).toBe(`('abgab') & !('schmutz' <-> 'wass') & 'gebuhr':*`);
  });

  it('reads filters in both languages, and a word with a colon as a word', () => {
    expect(parsed('Typ:Vorgang zustand:zdA plan:20.31 seit:31.01.2026 until:2026-12-31').filters).toEqual({
      ...{ kind: 'vorgang', state: 'zdA', plan: '20.31', since: '2026-01-31', until: '2026-12-31' },
    });
    expect(literal('Betreff:Abfall')).toBe(`('betreff' <-> 'abfall')`);
  });

  it('cannot be led out of its literal', () => {
    for (const text of [`' | 'a`, `a & !b`, `a:*b`, `\\' | b`, `(a`, `<-> b`, `"""`, `-`, `*`, `::`, `'`]) {
      const query = parseQuery(text);
      if (isRejection(query)) continue;
      expect(tsquery(query, () => []) ?? '').toMatch(
        /^(?:!?\(?'[\p{L}\d]+'(?::\*)?(?: (?:\||<->) '[\p{L}\d]+')*\)?(?: & )?)*$/u,
      );
    }
  });

  it('is widened in its single words only', () => {
    expect(widenable(parsed('gebühr "der Bescheid" -steuer abf*'))).toEqual(['gebuhr']);
    expect(literal('gebühr', () => ['abfallgebuhr'])).toBe(`('gebuhr' | 'abfallgebuhr')`);
  });
});

describe('an Aktenzeichen that is typed', () => {
  it('is the same without its zeros and with other signs between', () => {
    expect(referenceKey('20.31.4-418/2026')).toBe(referenceKey('20.31.04-0418/2026'));
    expect(referenceKey(' 20 31 04 0418 2026 ')).toBe('20.31.4.418.2026');
  });

  it('is not every text', () => {
    expect(['Bescheid', '2026', 'a-b', '20.31.04-', '', '%-1'].map(referenceKey)).toEqual(Array(6).fill(null));
  });
});
