/**
 * Letters of the DIN 91379 name set that no decomposition turns into a basic letter, and what people type instead.
 * `æ`, `œ`, `ø` take the way of `ä` and `ö` below.
 */
const BASIC: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ŧ: 't',
  ŀ: 'l',
  ŉ: 'n',
  ſ: 's',
  ə: 'e',
  ǥ: 'g',
  ʒ: 'z',
};

// Marks on letters, letter-like signs of transcriptions (ʿ ʾ ʹ), and whatever joined a divided word.
const MARKS = /[\p{M}\p{Lm}\p{Sk}\u00ad\u2019'\-\s]/gu;
const SPECIAL = new RegExp(`[${Object.keys(BASIC).join('')}]`, 'g');

/**
 * One word in the form in which words are compared: lower case, without marks, `ß` as `ss`; `ä`, `ae` and `a` are one, as
 * are `ö/oe/o` and `ü/ue/u`, since names come in all three. After a, e and q, `ue` is no umlaut (Bauer, neue, Quelle).
 * Both sides of a comparison go through here, so a rare word that is bent by the rule (aktuell) is still found.
 */
export function fold(word: string): string {
  const small = word
    .normalize('NFC')
    .toLowerCase()
    .replace(SPECIAL, (letter) => BASIC[letter] ?? letter);
  const plain = small.normalize('NFKD').replace(MARKS, '');
  return plain
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<![aeq])ue/g, 'u');
}
