import { isRejection } from '../contract/rejections.js';
import { readQuestion, writePlace } from './aufgaben-question.js';

const row = { id: '6f1c1c1e-9f3f-4f0e-8f4e-0123456789ab', key: '2026-11-24!x', order: 'frist' } as const;

describe('readQuestion', () => {
  it.each([
    { list: 'alle' },
    { frist: 'bald' },
    { art: 'pruefung,laune' },
    { sachgebiet: '%' },
    { stelle: "20'; DROP" },
    { betragAb: '1.234,5' },
    { betragAb: '-1' },
    { text: 'a\u202Eb' },
    { text: 'x'.repeat(201) },
    { most: '0' },
    { most: '1001' },
    { most: '2.5' },
  ])('refuses %j and names it', (query) => {
    const [[name, value]] = Object.entries(query) as [[string, string]];
    const refused = readQuestion(query);
    expect(refused).toMatchObject({ code: 'aufgabe.filterWrong', status: 400 });
    expect(isRejection(refused) && refused.message.de).toContain(`${name}=${value}`);
  });

  it('refuses a name that stands twice in an address', () => {
    for (const name of ['list', 'frist', 'art', 'text', 'most']) {
      expect(readQuestion({ [name]: ['1', '2'] })).toMatchObject({ code: 'aufgabe.filterWrong' });
    }
    expect(readQuestion({ after: ['x', 'y'] })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('names everything that is wrong at once, and an amount from above that to which it goes', () => {
    const refused = readQuestion({ list: 'alle', frist: 'bald', text: 'gut' });
    expect(isRejection(refused) && refused.message.en).toContain('Found: list=alle, frist=bald.');
    expect(readQuestion({ betragAb: '500', betragBis: '499' })).toMatchObject({ code: 'aufgabe.filterWrong' });
  });

  it.each(['x', `${row.id}farbe!1`, `${row.id}frist`])('refuses the place %j', (after) => {
    expect(readQuestion({ after })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('reads a filter, and a place as it was written', () => {
    const query = { list: 'gruppe', frist: 'woche', art: 'pruefung,zahlung', betragAb: '500000', text: ' U\u0308ber ' };
    expect(readQuestion({ ...query, stelle: '', after: writePlace(row) })).toEqual({
      list: 'gruppe',
      filter: { frist: 'woche', art: ['pruefung', 'zahlung'], betragAb: 500_000, text: 'Über' },
      after: row,
      most: 200,
    });
  });
});
