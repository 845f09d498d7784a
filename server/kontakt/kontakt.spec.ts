import type { KontaktFacts } from '../contract/kontakt-views.js';
import { isRejection } from '../contract/rejections.js';
import { labelOf, placeOf, refuseMerged, wordsOf } from './kontakt.js';

const facts: KontaktFacts = {
  ...{
    art: 'person',
    name: 'Ṟaḵīmov',
    vorname: 'Amir',
    strasse: 'Am Mühlengraben 27',
    plz: '59990',
    ort: 'Musterstadt',
  },
  ...{ mail: 'a.rakimov@example.org', telefon: '', geburtsdatum: null },
};

describe('a Kontakt', () => {
  it('that was merged away refuses to be changed', () => {
    const merged = refuseMerged({ ...facts, id: '1', version: 1, mergedInto: '2' });
    expect(isRejection(merged) && merged.message.de).toContain('„Ṟaḵīmov, Amir“');
    expect(refuseMerged({ ...facts, id: '1', version: 1, mergedInto: null })).toBeNull();
  });

  it('is shown by its name, and by its place where two have one name', () => {
    expect([labelOf(facts), placeOf(facts)]).toEqual(['Ṟaḵīmov, Amir', 'Am Mühlengraben 27, 59990 Musterstadt']);
    expect(labelOf({ art: 'organisation', name: 'Stadtwerke', vorname: '' })).toBe('Stadtwerke');
    expect(placeOf({ strasse: '', plz: '', ort: 'Altena' })).toBe('Altena');
  });

  it('is found by every word of it, as a keyboard has them', () => {
    expect(wordsOf(facts)).toEqual(
      expect.arrayContaining(['rakimov', 'amir', 'muhlengraben', '27', '59990', 'musterstadt', 'example']),
    );
  });
});
