import { decimalWriting, readDecimal, writeDecimal } from './decimal-writing.js';

const betrag = { type: 'number', key: 'betrag', decimalDigits: 2, validate: { required: true, min: 0.01, max: 9999 } };

describe('readDecimal', () => {
  it('refuses what is no number', () => {
    for (const text of ['', 'zwölf', '1,2,3', '--5', '1e3']) expect(readDecimal(text, true)).toBeNull();
  });

  it('reads what writeDecimal writes, in both languages', () => {
    for (const comma of [true, false]) expect(readDecimal(writeDecimal(1234.5, 2, comma), comma)).toBe(1234.5);
    expect(writeDecimal(1234.5, 2, true)).toBe('1.234,50');
    expect(writeDecimal(1234.5, 2, false)).toBe('1,234.50');
  });
});

describe('decimalWriting', () => {
  it('leaves texts and whole numbers to the form library', () => {
    expect(decimalWriting({ type: 'textfield', key: 'a' })).toBeNull();
    expect(decimalWriting({ type: 'number', key: 'b' })).toBeNull();
  });

  it('refuses a point where a comma belongs, and a third decimal', () => {
    const read = (text: string) => decimalWriting(betrag)?.read(text);
    for (const text of ['12.45', '1,234', '1.23,50', '571.04', '1,234.5']) expect(read(text)).toHaveProperty('fault');
    expect(read('1.234,5')).toEqual({ value: 1234.5 });
    for (const text of ['571,04', '1.234,50', '1234,5', ' 12 ']) expect(read(text)).toHaveProperty('value');
  });

  it('says what an amount looks like, and where its limits are', () => {
    const euro = decimalWriting({ ...betrag, appearance: { suffixAdorner: '€' } });
    expect(euro?.read('zwölf')).toEqual({ fault: 'Kein Betrag. Beispiel: 1.234,50' });
    expect(euro?.read('0')).toEqual({ fault: 'Mindestens 0,01.' });
    expect(euro?.read('10.000')).toEqual({ fault: 'Höchstens 9.999,00.' });
  });
});
