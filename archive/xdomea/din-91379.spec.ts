import { readFileSync } from 'node:fs';
import { describeWithShared } from '../../test/support/shared.js';
import { codePointName, outsideDin91379 } from './din-91379.js';

describe('DIN 91379', () => {
  it.each([
    ['Rechnung – Bau', '–'],
    ['• Punkt', '•'],
    ['Ordner 📁', '📁'],
    ['日本', '日'],
    ['C1 \u0085', '\u0085'],
    ['soft\u00adhyphen', '\u00ad'],
    ['lone \ud800', '\ud800'],
    // A letter in two parts that Unicode has in one: not in NFC.
    ['Mu\u0308ller', '\u0308'],
    ['L\u0325\u0304\u0304', '\u0304'],
  ])('refuses %p', (text, character) => expect(outsideDin91379(text)).toBe(character));

  it.each([
    '',
    'Müller & Söhne, „Straße“ 5 €',
    'Čapek\tŁódź\r\nẞ',
    'Αθήνα',
    'София',
    'L\u0325\u0304 und D\u0302, K\u035fH',
  ])('accepts %p', (text) => expect(outsideDin91379(text)).toBeUndefined());

  it('names a code point as people look it up', () => {
    expect(codePointName('–')).toBe('U+2013');
    expect(codePointName('📁')).toBe('U+1F4C1');
  });
});

describeWithShared(
  'DIN 91379 compared with its schema',
  'corpora/xdomea/xsd-4.0.0/din-norm-91379-datatypes.xsd',
  (path) => {
    it('accepts exactly the single characters of data type E', () => {
      const norm = patternOfDatatypeE(path);
      const differing: string[] = [];
      for (let codePoint = 0; codePoint <= 0x2ffff; codePoint += 1) {
        const character = String.fromCodePoint(codePoint);
        if (norm.test(character) !== (outsideDin91379(character) === undefined))
          differing.push(codePointName(character));
      }
      expect(differing).toEqual([]);
    });

    it('accepts exactly the combinations of up to two marks of data type E', () => {
      const norm = patternOfDatatypeE(path);
      const differing: string[] = [];
      for (const letter of lettersOfTheNorm(norm)) {
        for (const marks of MARKS) {
          const text = letter + marks;
          if (norm.test(text) !== (outsideDin91379(text) === undefined)) differing.push(text);
        }
      }
      expect(differing).toEqual([]);
    });
  },
);

const SINGLE_MARKS = Array.from({ length: 0x60 }, (_, index) => String.fromCodePoint(0x300 + index));
const MARKS = [
  ...SINGLE_MARKS,
  ...['\u031b', '\u0325', '\u0328', '\u035f'].flatMap((first) =>
    ['\u0304', '\u0306', 'H', 'h'].map((next) => first + next),
  ),
];

function lettersOfTheNorm(norm: RegExp): string[] {
  return Array.from({ length: 0x2000 }, (_, index) => String.fromCodePoint(index)).filter((each) => norm.test(each));
}

/** The pattern of the schema as a regular expression of ours. Read for the test, never kept. */
function patternOfDatatypeE(path: string): RegExp {
  const schema = readFileSync(path, 'utf8');
  const [, pattern = ''] = /<xs:pattern value="([^"]*)"/.exec(schema.slice(schema.indexOf('name="datatypeE"'))) ?? [];
  const translated = pattern.replace(/\\?&#x([0-9A-F]+);/g, (_, hex: string) => `\\u{${hex}}`);
  return new RegExp(`^${translated}$`, 'u');
}
