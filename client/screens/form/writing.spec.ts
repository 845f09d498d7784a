import { asTextField, faultOf, read, written, writtenFields } from './writing.js';

const betrag = { type: 'number', key: 'betrag', decimalDigits: 2, validate: { required: true, min: 0 } };
const datum = { type: 'textfield', key: 'datum', properties: { format: 'day' }, validate: { pattern: '^\\d{4}$' } };
const fields = writtenFields([betrag, datum, { type: 'textfield', key: 'nummer' }], '2026-11-25');

describe('faultOf', () => {
  it('refuses a day that no calendar has', () => {
    for (const text of ['2026-02-30', '31.02.2026', 'gestern abend']) {
      expect(faultOf('datum', text, fields)).toContain('Kein Datum');
    }
  });

  it('finds none in an empty field and in fields without a writing of their own', () => {
    expect([faultOf('datum', ' ', fields), faultOf('nummer', '30.02.', fields)]).toEqual([null, null]);
  });
});

describe('written and read', () => {
  it('change their fields only, and give the values back', () => {
    const data = { betrag: 571.04, datum: '2026-11-23', nummer: '571.04' };
    const shown = written(data, fields);
    expect(shown).toEqual({ betrag: '571,04', datum: '23.11.2026', nummer: '571.04' });
    expect(read(shown, fields)).toEqual(data);
  });

  it('know the short forms of a day', () => {
    for (const text of ['heute', '25.11.', '25.11.26', '2026-11-25']) {
      expect(read({ datum: text }, fields)).toEqual({ datum: '2026-11-25' });
    }
  });

  it('leave an empty field empty', () => {
    expect(written({ betrag: null }, fields)).toEqual({ betrag: null });
    expect(read({ betrag: '' }, fields)).toEqual({ betrag: '' });
  });
});

describe('asTextField', () => {
  it('stays required and gives up the pattern of the stored value', () => {
    expect(asTextField(betrag)).toEqual({ type: 'textfield', key: 'betrag', validate: { required: true } });
    expect(asTextField(datum)['validate']).toEqual({});
  });
});
