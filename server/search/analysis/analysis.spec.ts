import { fold } from './fold.js';
import { isSimilar } from './similar.js';
import { stem } from './stem.js';
import { isEmptyWord, tokensOf } from './tokens.js';
import { vectorOf } from './vector.js';

const same = (...words: string[]) => new Set(words.map((word) => stem(fold(word)))).size === 1;
const words = (text: string) => [...tokensOf(text)].map(({ word }) => word);

describe('a word that is compared', () => {
  it('F60 is one with umlaut, with ae and without anything', () => {
    expect(['Müller', 'Mueller', 'Muller', 'MÜLLER', 'mu\u0308ller'].map(fold)).toEqual(Array(5).fill('muller'));
    expect(['Straße', 'Strasse', 'STRASSE', 'STRAẞE'].map(fold)).toEqual(Array(4).fill('strasse'));
  });

  it('F60 keeps ue that is no umlaut', () => {
    expect(['Bauer', 'neue', 'Quelle'].map(fold)).toEqual(['bauer', 'neue', 'quelle']);
  });

  it('F60 finds names of DIN 91379 by the letters that a keyboard has', () => {
    const names = ['Ṟaḵīmov', 'Łukasz', 'Đorđević', 'Þórður', 'Søren', 'Nʹga', 'Ḫalīl', 'Aydın', 'ŉ'];
    expect(names.map(fold)).toEqual([
      ...['rakimov', 'lukasz', 'dordevic', 'thordur', 'soren', 'nga', 'halil', 'aydin', 'n'],
    ]);
  });

  it('F60 has one stem in all its cases and numbers', () => {
    expect(same('Rechnung', 'Rechnungen')).toBe(true);
    expect(same('Gebühr', 'Gebühren')).toBe(true);
    expect(same('Bescheid', 'Bescheide', 'Bescheides', 'Bescheiden')).toBe(true);
    expect(same('Vertrag', 'Verträge', 'Verträgen', 'Vertrages')).toBe(true);
    expect(same('Widerspruch', 'Widersprüche')).toBe(true);
    expect(same('Straße', 'Straßen')).toBe(true);
  });

  it('does not become another word by its stem', () => {
    expect(same('Brauch', 'Gebrauch')).toBe(false);
    expect(same('2026', '202')).toBe(false);
    expect(same('A12e', 'A12')).toBe(false);
  });

  it('is never longer than it was typed and never fails, whatever it is', () => {
    for (const word of ['', 'a', 'sch', 'ei', 'ieie', '\u202e', '𝔄', 'ﬁ', '١٢', 'Ω', '漢字', 'ßßß']) {
      expect(stem(fold(word)).length).toBeLessThanOrEqual(Math.max(2 * word.length, 2));
    }
  });
});

describe('the words of a text', () => {
  it('count their places, so that a phrase is found as it stands', () => {
    const places = [...tokensOf('Der Bescheid, vom 3.11.')].map(({ word, position }) => [word, position]);
    expect(places).toEqual([
      ['der', 1],
      ['bescheid', 2],
      ['vom', 3],
      ['3', 4],
      ['11', 5],
    ]);
  });

  it('say where they stand in the text', () => {
    const text = 'Für Frau Müller.';
    const [, , name] = [...tokensOf(text)];
    expect(text.slice(name?.start, name?.end)).toBe('Müller');
  });

  it('are one again where the end of a line divided them', () => {
    expect(words('Abfallgebühren-\nbescheid')).toEqual([stem(fold('Abfallgebührenbescheid'))]);
    expect(words('Abfall\u00adgebühr')).toEqual([stem(fold('Abfallgebühr'))]);
    expect(words('Kreis-\nAltena')).toEqual(['krei', 'altena']);
  });

  it('with a hyphen count single and together', () => {
    expect(words('Kfz-Steuer')).toEqual(['kfz', stem('kfzsteuer'), stem('steuer')]);
    expect(words('20.31.04-0418/2026')).toEqual(['20', '31', '04', '0418', '2026']);
  });

  it('leave out what is no word', () => {
    expect(words(`${'A'.repeat(65)} ok`)).toEqual(['ok']);
    expect(words('\u0000\u202e --- …')).toEqual([]);
  });

  it('know which of them say nothing alone', () => {
    expect(words('für die mit über').every(isEmptyWord)).toBe(true);
    expect(words('Bescheid').some(isEmptyWord)).toBe(false);
  });
});

describe('a slip', () => {
  it('of one letter is found, of two only in long words, and never in short ones', () => {
    expect(isSimilar('meier', 'maier')).toBe(true);
    expect(isSimilar('schmidt', 'schmitd')).toBe(true);
    expect(isSimilar('gebuhrenbescheid', 'gebuhrnbeschied')).toBe(true);
    expect(isSimilar('meier', 'mayr')).toBe(false);
    expect(isSimilar('amt', 'akt')).toBe(false);
    expect(isSimilar('meier', 'meier')).toBe(false);
  });
});

describe('what the index keeps', () => {
  it('weighs the title above the content and keeps a gap between them', () => {
    const { literal } = vectorOf([
      { weight: 'A', text: 'Bescheid' },
      { weight: 'D', text: 'Bescheid Anlage' },
    ]);
    expect(literal).toBe(`'anlag':13D 'bescheid':1A,12D`);
  });

  it('quotes what would end its literal', () => {
    expect(vectorOf([{ weight: 'A', text: `l'État` }]).literal).toBe(`'eta':2A 'l':1A`);
  });

  it('says when a text was too long for it', () => {
    const long = Array.from({ length: 200_000 }, (_, index) => `wort${index}`).join(' ');
    const vector = vectorOf([{ weight: 'D', text: long }]);
    expect(vector.whole).toBe(false);
    expect(Buffer.byteLength(vector.literal)).toBeLessThan(1_000_000);
  });
});
