import { around, findWords } from './find-words.js';

const found = (text: string, words: string) => findWords(text, words).map(({ start, end }) => text.slice(start, end));

describe('findWords', () => {
  it.each(['', ' ', 'x', '\u00ad', ' e '])('finds nothing for „%s“, which would be everywhere', (words) => {
    expect(findWords('xexexe   ', words)).toEqual([]);
  });

  it('takes what is typed for words and never for a pattern', () => {
    expect(found('Betrag (netto) 1.234,50 €', '(netto) 1.')).toEqual(['(netto) 1.']);
    expect(findWords('abc', '.*')).toEqual([]);
  });

  it('does not mind case and accents', () => {
    expect(found('Müller, MÜLLER, Muller, Mu\u0308ller', 'müLLer')).toEqual([
      'Müller',
      'MÜLLER',
      'Muller',
      'Mu\u0308ller',
    ]);
    expect(found('Hauptstraße 5', 'STRASSE')).toEqual(['straße']);
  });

  it('reads a ligature as its letters', () => {
    expect(found('Eröﬀnung', 'öffnung')).toEqual(['öﬀnung']);
  });

  it('finds words over the end of a line, and divided ones as one', () => {
    expect(found('der Verwal-\ntungsakt', 'Verwaltungsakt')).toEqual(['Verwal-\ntungsakt']);
    expect(found('der Ver\u00adwaltungs\u00adakt', 'verwaltungsakt')).toEqual(['Ver\u00adwaltungs\u00adakt']);
    expect(found('die Rhein-\nBrücke', 'rhein- brücke')).toEqual(['Rhein-\nBrücke']);
    expect(found('sehr   geehrte\n\nFrau', 'geehrte frau')).toEqual(['geehrte\n\nFrau']);
  });

  it('finds each place once, also what overlaps itself', () => {
    expect(findWords('aaaa', 'aa')).toHaveLength(2);
  });

  it('counts signs outside of the plane of most letters as one', () => {
    expect(found('🗂️ Akte 𝔄kte', 'akte')).toEqual(['Akte', '𝔄kte']);
  });
});

describe('around', () => {
  it('says in one line what stands before and after, cut between words', () => {
    const text = `${'Wort '.repeat(20)}hier\nist es ${'danach '.repeat(20)}`;
    const [hit] = findWords(text, 'hier ist');
    const { before, found: words, after } = around(text, hit!);
    expect(before).toMatch(/^… (Wort )+$/);
    expect(words).toBe('hier ist');
    expect(after).toMatch(/^ es (danach )+…$/);
  });

  it('is whole where the text is short', () => {
    expect(around('Ein Satz.', { start: 4, end: 8 })).toEqual({ before: 'Ein ', found: 'Satz', after: '.' });
  });
});
