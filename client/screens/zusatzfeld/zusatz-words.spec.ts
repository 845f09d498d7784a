import { readAmount, writeAmount } from './zusatz-words.js';

describe('readAmount', () => {
  it('leaves what is no amount to the server', () => {
    for (const typed of ['12.45', '1.2345,00', 'abc', '1,2,3', '12,345']) expect(readAmount(typed, 'de')).toBe(typed);
  });

  it('reads both languages, and amounts that no number holds exactly', () => {
    expect(readAmount(' 12.450,8 ', 'de')).toBe('12450.8');
    expect(readAmount('12,450.80', 'en')).toBe('12450.80');
    expect(readAmount('9.999.999.999.999,99', 'de')).toBe('9999999999999.99');
  });

  it('reads what writeAmount has written', () => {
    for (const language of ['de', 'en'] as const) {
      expect(readAmount(writeAmount('-1234567.05', language), language)).toBe('-1234567.05');
    }
  });
});
