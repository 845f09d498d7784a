import type { ZusatzItem, ZusatzRule, ZusatzValue } from '../../../server/contract/zusatzfeld-views.js';
import { typedText, valueOf } from './zusatz-typing.js';

const item = (rule: ZusatzRule, value: ZusatzValue | null = null): ZusatzItem => ({
  ...{ key: 'k', label: { de: 'K', en: 'K' }, rule, need: 'optional', state: 'fillable', value, text: '' },
});
const whole: ZusatzRule = { art: 'wholeNumber', least: null, most: null };
const amount: ZusatzRule = { art: 'amount', least: null, most: null };

describe('F8 a typed value', () => {
  it('goes to the server as it is where it is none', () => {
    expect(valueOf(item(whole), '12a')).toBe('12a');
    expect(valueOf(item(amount), 'viel')).toBe('viel');
  });

  it('is nothing where nothing is typed', () => {
    for (const rule of [whole, amount, { art: 'yesNo' }] as const) expect(valueOf(item(rule), '  ')).toBeNull();
  });

  it('comes back as it was stored, so that opening a form changes nothing', () => {
    const stored: [ZusatzRule, ZusatzValue][] = [
      [whole, -12],
      [amount, '12450.80'],
      [{ art: 'yesNo' }, false],
      [{ art: 'day', earliest: null, latest: null }, '2026-11-24'],
      [{ art: 'text', shortest: 0, longest: 9, signs: 'any' }, 'Flur 3'],
    ];
    for (const [rule, value] of stored) expect(valueOf(item(rule), typedText(item(rule, value)))).toBe(value);
  });
});
