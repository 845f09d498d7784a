import { visibleText } from './visible-text.js';

describe('visibleText', () => {
  it('makes control characters and turned reading visible', () => {
    expect(visibleText('a\u0000b\u202Ec\u2066d\u200Be\nf')).toBe('a⟨U+0000⟩b⟨U+202E⟩c⟨U+2066⟩d⟨U+200B⟩e⟨U+000A⟩f');
  });

  it('cuts what is longer than any name', () => {
    expect(visibleText('ä'.repeat(10_000))).toBe(`${'ä'.repeat(128)}…`);
  });

  it('leaves names alone, with all their letters', () => {
    expect(visibleText('Şükrü Groß-Łukasz <Prüf> €')).toBe('Şükrü Groß-Łukasz <Prüf> €');
  });
});
