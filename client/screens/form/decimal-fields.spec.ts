import { decimalField, decimalFields, read, readDecimal, writeDecimal, written } from './decimal-fields.js';

const betrag = { type: 'number', key: 'betrag', decimalDigits: 2, validate: { required: true, min: 0 } };

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

describe('decimalField', () => {
  it('leaves texts and whole numbers alone', () => {
    for (const component of [
      { type: 'textfield', key: 'a' },
      { type: 'number', key: 'b' },
    ]) {
      expect(decimalField(component)).toBe(component);
    }
  });

  it('refuses a point where a comma belongs, and a third decimal', () => {
    const { pattern } = decimalField(betrag)['validate'] as { pattern: string };
    const fits = (text: string) => new RegExp(pattern).test(text);
    expect(['12.45', '1,234', '1.23,50', '571.04'].filter(fits)).toEqual([]);
    expect(['571,04', '1.234,50', '1234,5', '12'].filter(fits)).toHaveLength(4);
  });

  it('stays required', () => {
    expect(decimalField(betrag)).toMatchObject({ type: 'textfield', validate: { required: true } });
  });
});

describe('written and read', () => {
  const fields = decimalFields([betrag, { type: 'textfield', key: 'nummer' }]);

  it('change decimal fields only, and give the number back', () => {
    const shown = written({ betrag: 571.04, nummer: '571.04' }, fields);
    expect(shown).toEqual({ betrag: '571,04', nummer: '571.04' });
    expect(read(shown, fields)).toEqual({ betrag: 571.04, nummer: '571.04' });
  });

  it('leave an empty field empty', () => {
    expect(written({ betrag: null }, fields)).toEqual({ betrag: null });
    expect(read({ betrag: '' }, fields)).toEqual({ betrag: '' });
  });
});
