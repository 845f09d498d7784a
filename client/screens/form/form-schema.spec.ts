import { prepareForm } from './form-schema.js';

const form = {
  type: 'default',
  components: [
    {
      id: 'a',
      type: 'textfield',
      key: 'nummer',
      label: 'Rechnungsnummer',
      properties: { 'label.en': 'Invoice number' },
    },
    {
      id: 'g',
      type: 'group',
      components: [
        {
          id: 'd',
          type: 'radio',
          key: 'entscheidung',
          label: 'Entscheidung',
          properties: { 'label.en.ja': 'Correct' },
          values: [
            { value: 'ja', label: 'Sachlich richtig' },
            { value: 'nein', label: 'Zurückweisen' },
          ],
        },
      ],
    },
  ],
};

describe('prepareForm', () => {
  it('finds no decision where the form asks for none', () => {
    expect(prepareForm({ type: 'default', components: [] }, 'de', '2026-11-25').decisions).toEqual([]);
  });

  it('takes the decision out of the fields, at any depth', () => {
    expect(JSON.stringify(prepareForm(form, 'de', '2026-11-25').schema)).not.toContain('entscheidung');
  });

  it('takes read-only fields out of the fields and says when nothing is left to fill in', () => {
    const prepared = prepareForm(
      { components: [{ type: 'number', key: 'betrag', readonly: true }] },
      'de',
      '2026-11-25',
    );
    expect(prepared.readOnly.map(({ key }) => key)).toEqual(['betrag']);
    expect(prepared.schema['components']).toEqual([]);
    expect(prepared.fields).toBe('none');
  });

  it('offers the options as decisions in their order', () => {
    expect(prepareForm(form, 'de', '2026-11-25').decisions.map(({ label }) => label)).toEqual([
      'Sachlich richtig',
      'Zurückweisen',
    ]);
  });

  it('shows the German text where a translation is missing', () => {
    expect(prepareForm(form, 'en', '2026-11-25').decisions.map(({ label }) => label)).toEqual([
      'Correct',
      'Zurückweisen',
    ]);
  });

  it('translates labels and leaves the given schema as it was', () => {
    const before = JSON.stringify(form);
    expect(prepareForm(form, 'en', '2026-11-25').labels.get('nummer')).toBe('Invoice number');
    expect(JSON.stringify(form)).toBe(before);
  });
});
