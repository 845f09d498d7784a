import { isRejection } from '../contract/rejections.js';
import { fillValues, type GivenValues, type RecordField, type StoredValues } from './fill-values.js';

const field = (key: string, own: Partial<RecordField> = {}): RecordField => ({
  ...{ id: key, kind: 'akte', key, label: { de: key, en: key }, need: 'optional', einheitId: null, dokumentArt: null },
  ...{ rule: { art: 'text', shortest: 0, longest: 5, signs: 'any' }, state: 'offen', version: 3, use: 'fillable' },
  ...own,
});
const FIELDS = [
  field('lage'),
  field('flaeche', { rule: { art: 'wholeNumber', least: 0, most: null } }),
  field('alt', { use: 'readable' }),
];
const stored: StoredValues = {
  lage: { value: 'Nordhang', version: 1, text: 'Nordhang' },
  alt: { value: 'x', version: 1, text: 'x' },
};
const fill = (given: GivenValues) => fillValues(FIELDS, stored, given);

describe('F8 fillValues', () => {
  it('refuses with every fault at once, each with its field', () => {
    const answer = fill({ lage: 'zu lang', flaeche: -1, alt: 'y', fremd: 'z', __proto__: 'a' });
    if (!isRejection(answer)) throw new Error('was taken');
    expect(answer.reasons.map(({ code, link }) => [code, link?.id])).toEqual([
      ['zusatzfeld.valueUnfit', 'lage'],
      ['zusatzfeld.valueUnfit', 'flaeche'],
      ['zusatzfeld.retiredField', 'alt'],
      ['zusatzfeld.unknownField', 'fremd'],
    ]);
  });

  it('refuses the key of no field, whatever JavaScript makes of it', () => {
    const given = JSON.parse('{"__proto__": "a", "constructor": "b"}') as GivenValues;
    expect(fill(given)).toMatchObject({ reasons: [{ code: 'zusatzfeld.unknownField' }, {}] });
  });

  it('leaves what does not fit any more alone as long as it stays as it is', () => {
    const answer = fill({ lage: 'Nordhang', alt: 'x', flaeche: 12 });
    expect(answer).toMatchObject({ values: { ...stored, flaeche: { value: 12, version: 3, text: '12' } } });
    expect(answer).toMatchObject({ changes: { before: { flaeche: '' }, after: { flaeche: '12' } } });
  });

  it('empties a field, also a retired one, and touches none that is not named', () => {
    expect(fill({ alt: null })).toMatchObject({ changes: { before: { alt: 'x' }, after: { alt: '' } } });
    expect(fill({ alt: '', lage: null, flaeche: null })).toMatchObject({ values: {} });
    expect(fill({})).toMatchObject({ values: stored, changes: { words: {} } });
  });
});
