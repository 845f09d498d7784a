import { z } from 'zod';

// Controls, line separators, and whatever has no shape of its own: marks that turn the direction (a title with U+202E reads
// as another title), letters without width, byte order marks. No name of DIN 91379 needs them. U+2065 is only reserved.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2065]/u;
// U+200C and U+200D are seen in what they do to their neighbours: Persian names are written with the one, Indic letters and joined
// emoji with both. Only there: between Latin letters they would make a second „Müller“ that nobody can tell from the first.
const JOINING_LETTER =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Nko}\\p{Script=Devanagari}\\p{Script=Bengali}' +
  '\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}' +
  '\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}';
// The joiner first, then what stands before it: looked for the other way round, a million marks would take hours.
const JOINER = new RegExp(
  `[\\u200c\\u200d](?<=[${JOINING_LETTER}]\\p{M}*.)(?=[${JOINING_LETTER}])|` +
    '\\u200d(?<=\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]*.)(?=\\p{Extended_Pictographic})',
  'gu',
);
const HIDDEN_TEXT = 'unsichtbare Zeichen / invisible characters';
const LINE_ENDS = /[\t\r\n]/g;

/**
 * A line that a person typed: between `shortest` and `longest` characters, in NFC (so that „ü“ is found however it was
 * typed), without blanks around it. Text that nobody sees is refused and not removed: what the page showed must be what is
 * filed.
 */
export function lineOfText(longest: number, shortest = 1) {
  return typed(longest, shortest).refine((text) => !hidesCharacters(text), HIDDEN_TEXT);
}

/** The same, possibly empty. */
export function optionalLine(longest: number) {
  return lineOfText(longest, 0);
}

/** The same with line breaks, for reasons and remarks. */
export function linesOfText(longest: number, shortest = 0) {
  return typed(longest, shortest).refine((text) => !hidesCharacters(text.replace(LINE_ENDS, '')), HIDDEN_TEXT);
}

/** Why something is done: it stands in the Protokoll, where others read it years later. */
export const reason = linesOfText(500, 3);

/** A calendar day on which something in a file may have happened. PostgreSQL knows no year 0, and no letter is dated 9999. */
export function calendarDay() {
  return z.iso.date().refine((day) => day >= '1500' && day < '2200', 'Jahr 1500 bis 2199 / year 1500 to 2199');
}

/** Whether a text holds characters that nobody sees; a joiner between letters or emoji that it joins is seen. */
export function hidesCharacters(text: string): boolean {
  return HIDDEN.test(text.replace(JOINER, ''));
}

function typed(longest: number, shortest: number) {
  return z.string().normalize('NFC').trim().min(shortest).max(longest);
}
