import { factOf } from './form-fact.js';

const shown = (component: object, value: unknown) =>
  factOf({ key: 'feld', label: 'Feld', ...component }, { feld: value }).value;

describe('factOf', () => {
  it('shows a dash where there is nothing', () => {
    for (const value of [undefined, null, '']) expect(shown({ type: 'textfield' }, value)).toBe('–');
  });

  it('writes money, days and accounts as people write them', () => {
    const money = { type: 'number', appearance: { suffixAdorner: '€' } };
    expect(shown(money, 12450.8)).toBe('12.450,80\u00a0€');
    expect(shown({ type: 'textfield' }, '2026-11-22')).toBe('22.11.2026');
    expect(shown({ type: 'textfield' }, 'DE04999000000041811703')).toBe('DE04 9990 0000 0041 8117 03');
  });

  it('does not round a cent away', () => {
    expect(shown({ type: 'number', appearance: { suffixAdorner: '€' } }, 0.29)).toBe('0,29\u00a0€');
  });
});
