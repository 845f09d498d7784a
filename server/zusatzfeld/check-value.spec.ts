import { isRejection } from '../contract/rejections.js';
import type { ZusatzRule } from '../contract/zusatzfeld-views.js';
import { checkValue } from './check-value.js';

const label = { de: 'Flurstück', en: 'Parcel' };
const check = (rule: ZusatzRule, given: unknown) => checkValue({ label, rule }, given);

const text: ZusatzRule = { art: 'text', shortest: 2, longest: 5, signs: 'any' };
const longText: ZusatzRule = { art: 'longText', longest: 10 };
const whole: ZusatzRule = { art: 'wholeNumber', least: -5, most: 1_000 };
const amount: ZusatzRule = { art: 'amount', least: '0.00', most: '99999999999.99' };
const day: ZusatzRule = { art: 'day', earliest: '2020-01-01', latest: null };
const choice: ZusatzRule = {
  art: 'choice',
  options: [
    { key: 'gering', label: { de: 'gering', en: 'small' } },
    { key: 'gross', label: { de: 'groß', en: 'large' } },
  ],
};

describe('F8 checkValue', () => {
  it.each<[ZusatzRule, unknown, string]>([
    [text, 'a', '2 bis 5 Zeichen'],
    [text, 'abcdef', '2 bis 5 Zeichen'],
    [text, 12, '2 bis 5 Zeichen'],
    [text, 'x'.repeat(10_000), '2 bis 5 Zeichen'],
    [text, 'a\u0000b', 'keine unsichtbaren Zeichen'],
    [text, 'a\u202eb', 'keine unsichtbaren Zeichen'],
    [text, 'a\nb', 'keine unsichtbaren Zeichen'],
    [{ ...text, signs: 'digits' }, '12a', 'nur Ziffern'],
    [{ ...text, signs: 'letters' }, 'ab1', 'nur Buchstaben'],
    [{ ...text, signs: 'lettersAndDigits' }, 'a-1', 'nur Buchstaben und Ziffern'],
    [longText, 'x'.repeat(11), '1 bis 10 Zeichen'],
    [longText, 'a\u200bb', 'keine unsichtbaren Zeichen'],
    [whole, 1.5, 'eine ganze Zahl'],
    [whole, '12', 'eine ganze Zahl'],
    [whole, 2 ** 53, 'eine ganze Zahl'],
    [whole, 1_001, '-5 bis 1000'],
    [{ art: 'wholeNumber', least: 3, most: null }, 2, 'mindestens 3'],
    [{ art: 'wholeNumber', least: null, most: 3 }, 4, 'höchstens 3'],
    [amount, '12,50', 'ein Betrag mit höchstens zwei Nachkommastellen'],
    [amount, '12.505', 'ein Betrag mit höchstens zwei Nachkommastellen'],
    [amount, 12.5, 'ein Betrag mit höchstens zwei Nachkommastellen'],
    [amount, '1e3', 'ein Betrag mit höchstens zwei Nachkommastellen'],
    [amount, '-0.01', '0,00 bis 99.999.999.999,99'],
    [amount, '100000000000', '0,00 bis 99.999.999.999,99'],
    [day, '2026-02-30', 'ein Kalendertag, z. B. 24.11.2026'],
    [day, '0000-01-01', 'ein Kalendertag, z. B. 24.11.2026'],
    [day, '24.11.2026', 'ein Kalendertag, z. B. 24.11.2026'],
    [day, '2019-12-31', 'mindestens 01.01.2020'],
    [{ art: 'yesNo' }, 'ja', 'ja oder nein'],
    [choice, 'mittel', 'eines von: gering, groß'],
    [choice, { key: 'gross' }, 'eines von: gering, groß'],
  ])('refuses for %j the value %j', (rule, given, expected) => {
    const answer = check(rule, given);
    if (!isRejection(answer)) throw new Error('was taken');
    expect(answer.code).toBe('zusatzfeld.valueUnfit');
    expect(answer.message.de).toContain(`„Flurstück“: Erwartet: ${expected}.`);
    expect(answer.message.de.length).toBeLessThan(300);
  });

  it('repeats neither what nobody sees nor what is endless', () => {
    const answer = check(text, `\u202e${'x'.repeat(1_000_000)}`);
    expect(answer).toMatchObject({
      message: { en: expect.stringContaining(`�${'x'.repeat(39)}… (1000001)`) as string },
    });
  });

  it.each<[ZusatzRule, unknown, unknown, string]>([
    [text, ' 12/3 ', '12/3', '12/3'],
    [text, 'u\u0308ber', 'über', 'über'],
    [{ ...text, signs: 'letters' }, 'Ṟaḵī', 'Ṟaḵī', 'Ṟaḵī'],
    [longText, 'a\nb', 'a\nb', 'a\nb'],
    [whole, -5, -5, '-5'],
    [amount, '12450.8', '12450.80', '12.450,80'],
    [amount, '0099999999999.99', '99999999999.99', '99.999.999.999,99'],
    [amount, '-0', '0.00', '0,00'],
    [day, '2026-11-24', '2026-11-24', '24.11.2026'],
    [{ art: 'yesNo' }, false, false, 'nein'],
    [choice, 'gross', 'gross', 'groß'],
  ])('takes for %j the value %j', (rule, given, value, read) => {
    expect(check(rule, given)).toEqual({ value, text: read });
  });
});
