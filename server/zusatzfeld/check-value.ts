import { german } from '../akte/akte.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { ZusatzRule, ZusatzSigns, ZusatzValue } from '../contract/zusatzfeld-views.js';
import { calendarDay, hidesCharacters } from '../platform/typed-text.js';
import { canonicalAmount, compareAmounts, germanAmount } from './amount.js';
import { namesOf } from './zusatzfeld.js';

/** A value that fits its rule, in its only form, and as people read it. */
export interface CheckedValue {
  readonly value: ZusatzValue;
  readonly text: string;
}

const SIGNS: Readonly<Record<ZusatzSigns, { pattern: RegExp; words: Sentence } | null>> = {
  any: null,
  digits: { pattern: /^\d*$/, words: { de: 'nur Ziffern', en: 'digits only' } },
  letters: { pattern: /^[\p{L}\p{M}]*$/u, words: { de: 'nur Buchstaben', en: 'letters only' } },
  lettersAndDigits: {
    pattern: /^[\p{L}\p{M}\d]*$/u,
    words: { de: 'nur Buchstaben und Ziffern', en: 'letters and digits only' },
  },
};
const day = calendarDay();

/**
 * Judges what somebody gave for a field: the one place where values are checked, for people, imports and the count before a
 * field is narrowed.
 */
export function checkValue(
  field: { readonly label: Sentence; readonly rule: ZusatzRule },
  given: unknown,
): CheckedValue | Rejection {
  const read = readValue(field.rule, given);
  if ('text' in read) return read;
  const found = given === '' ? '–' : shortened(typeof given === 'string' ? given : JSON.stringify(given));
  const expected = { expectedDe: read.expected.de, expectedEn: read.expected.en };
  return reject('zusatzfeld.valueUnfit', { ...namesOf(field), ...expected, found });
}

interface Unfit {
  readonly expected: Sentence;
}

function readValue(rule: ZusatzRule, given: unknown): CheckedValue | Unfit {
  switch (rule.art) {
    case 'text':
      return readText(given, rule.shortest, rule.longest, rule.signs);
    case 'longText':
      return readLongText(given, rule.longest);
    case 'wholeNumber':
      return readNumber(given, rule.least, rule.most);
    case 'amount':
      return readAmount(given, rule.least, rule.most);
    case 'day':
      return readDay(given, rule.earliest, rule.latest);
    case 'yesNo':
      if (typeof given !== 'boolean') return unfit('ja oder nein', 'yes or no');
      return { value: given, text: given ? 'ja' : 'nein' };
    case 'choice': {
      const option = rule.options.find(({ key }) => key === given);
      if (option) return { value: option.key, text: option.label.de };
      const names = (language: 'de' | 'en') => rule.options.map(({ label }) => label[language]).join(', ');
      return unfit(`eines von: ${names('de')}`, `one of: ${names('en')}`);
    }
  }
}

function readText(given: unknown, shortest: number, longest: number, signs: ZusatzSigns): CheckedValue | Unfit {
  const text = typeof given === 'string' ? given.normalize('NFC').trim() : '';
  const known = SIGNS[signs];
  const least = Math.max(shortest, 1);
  if (text.length < least || text.length > longest) {
    return unfit(`${least} bis ${longest} Zeichen`, `${least} to ${longest} characters`);
  }
  if (hidesCharacters(text)) return unfit('keine unsichtbaren Zeichen', 'no invisible characters');
  return known && !known.pattern.test(text) ? { expected: known.words } : { value: text, text };
}

function readLongText(given: unknown, longest: number): CheckedValue | Unfit {
  const text = typeof given === 'string' ? given.normalize('NFC').trim() : '';
  if (text === '' || text.length > longest) return unfit(`1 bis ${longest} Zeichen`, `1 to ${longest} characters`);
  if (hidesCharacters(text.replace(/[\t\r\n]/g, ''))) {
    return unfit('keine unsichtbaren Zeichen', 'no invisible characters');
  }
  return { value: text, text };
}

function readNumber(given: unknown, least: number | null, most: number | null): CheckedValue | Unfit {
  if (typeof given !== 'number' || !Number.isSafeInteger(given)) return unfit('eine ganze Zahl', 'a whole number');
  if ((least !== null && given < least) || (most !== null && given > most)) return between(least, most);
  return { value: given, text: String(given) };
}

function readAmount(given: unknown, least: string | null, most: string | null): CheckedValue | Unfit {
  const amount = typeof given === 'string' ? canonicalAmount(given) : null;
  if (amount === null)
    return unfit('ein Betrag mit höchstens zwei Nachkommastellen', 'an amount with up to two decimals');
  if ((least !== null && compareAmounts(amount, least) < 0) || (most !== null && compareAmounts(amount, most) > 0)) {
    return between(least && germanAmount(least), most && germanAmount(most));
  }
  return { value: amount, text: germanAmount(amount) };
}

function readDay(given: unknown, earliest: string | null, latest: string | null): CheckedValue | Unfit {
  const parsed = day.safeParse(given);
  if (!parsed.success) return unfit('ein Kalendertag, z. B. 24.11.2026', 'a calendar day such as 2026-11-24');
  const { data } = parsed;
  if ((earliest !== null && data < earliest) || (latest !== null && data > latest)) {
    return between(earliest && german(earliest), latest && german(latest));
  }
  return { value: data, text: german(data) };
}

function between(low: string | number | null, high: string | number | null): Unfit {
  if (low === null) return unfit(`höchstens ${high}`, `at most ${high}`);
  if (high === null) return unfit(`mindestens ${low}`, `at least ${low}`);
  return unfit(`${low} bis ${high}`, `${low} to ${high}`);
}

function unfit(de: string, en: string): Unfit {
  return { expected: { de, en } };
}

/** A refusal repeats the beginning only: a value of 10 MB must not come back as one, nor with signs that nobody sees. */
function shortened(text: string): string {
  const shown = [...text.slice(0, 40)].map((sign) => (hidesCharacters(sign) ? '�' : sign)).join('');
  return text.length > 40 ? `${shown}… (${text.length})` : shown;
}
