import type { Rejection } from '../contract/rejections.js';
import { checkFormData, formKeys } from './form-data.js';

const form = {
  components: [
    { type: 'text', text: 'Bitte prüfen' },
    {
      type: 'group',
      components: [
        {
          type: 'number',
          key: 'betrag',
          label: 'Betrag',
          decimalDigits: 2,
          validate: { required: true, min: 0, max: 1_000_000 },
        },
        { type: 'textfield', key: 'nummer', label: 'Nummer', validate: { pattern: '^[A-Z0-9-]+$', maxLength: 20 } },
      ],
    },
    { type: 'textfield', key: 'kreditor', label: 'Kreditor', readonly: true },
    { type: 'checkbox', key: 'geprueft', label: 'Geprüft' },
    {
      type: 'radio',
      key: 'entscheidung',
      label: 'Entscheidung',
      values: [{ value: 'richtig' }, { value: 'zurueckweisen' }],
      validate: { required: true },
    },
    { type: 'textarea', key: 'bemerkung', label: 'Bemerkung' },
  ],
};
const good = { betrag: 12.5, entscheidung: 'richtig' };

function reasonsOf(data: Record<string, unknown>): string[] {
  const answer = checkFormData(form, data) as Rejection;
  return answer.reasons.map(({ message }) => message.de);
}

describe('checkFormData', () => {
  it('names every missing field at once', () => {
    expect(reasonsOf({})).toEqual(['„Betrag“ fehlt.', '„Entscheidung“ fehlt.']);
  });

  it('counts an emptied field as missing', () => {
    expect(reasonsOf({ ...good, betrag: null, entscheidung: '  ' })).toHaveLength(2);
  });

  it.each([
    ['a number that is none', { ...good, betrag: 'zwölf' }, 'keine Zahl'],
    ['a number in another notation', { ...good, betrag: '0x10' }, 'keine Zahl'],
    ['a number with more places than the field has', { ...good, betrag: 12.345 }, 'mehr als 2 Nachkommastellen'],
    ['the same as text', { ...good, betrag: '12.345' }, 'mehr als 2 Nachkommastellen'],
    ['a number too small to be written without an exponent', { ...good, betrag: 1e-7 }, 'Nachkommastellen'],
    ['a number below the limit', { ...good, betrag: -1 }, 'kleiner als 0'],
    ['infinity', { ...good, betrag: Infinity }, 'keine Zahl'],
    ['an option that was not offered', { ...good, entscheidung: 'verschenken' }, 'nicht in der Auswahl'],
    ['a text with NUL', { ...good, bemerkung: 'a\0b' }, 'verbotenes Zeichen'],
    ['a text of another type', { ...good, bemerkung: { $ne: 1 } }, 'kein Text'],
    ['a text of a megabyte', { ...good, bemerkung: 'x'.repeat(1_000_000) }, 'länger als 20000'],
    ['a text against the pattern', { ...good, nummer: 'a b' }, 'falsches Muster'],
    ['a checkbox that is neither yes nor no', { ...good, geprueft: 'ja' }, 'weder ja noch nein'],
  ])('refuses %s', (_name, data, reason) => {
    expect(reasonsOf(data).join()).toContain(reason);
  });

  it('drops what the form does not ask for, so that nobody sets a process variable by hand', () => {
    expect(checkFormData(form, { ...good, kreditor: 'x', lmMandantId: 'other' })).toEqual(good);
  });

  it('accepts nothing where there is no form', () => {
    expect(checkFormData(null, { anything: 1 })).toEqual({});
  });

  it('makes a number of a number that was sent as text, so that the process can calculate with it', () => {
    expect(checkFormData(form, { ...good, betrag: ' 12.50 ' })).toEqual(good);
  });

  it('keeps text trimmed and composed', () => {
    expect(checkFormData(form, { ...good, bemerkung: ' gepru\u0308ft ' })).toEqual({ ...good, bemerkung: 'geprüft' });
  });
});

describe('formKeys', () => {
  it('lists the fields of all groups in order', () => {
    expect(formKeys(form)).toEqual(['betrag', 'nummer', 'kreditor', 'geprueft', 'entscheidung', 'bemerkung']);
  });
});
