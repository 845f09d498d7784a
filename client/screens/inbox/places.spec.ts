import type { Examination, Place } from '../../../server/contract/examination.js';
import type { Paper } from '../document/paper.js';
import { linkPlaces } from './places.js';

const paper = (id: string, name: string, mime = 'application/pdf'): Paper => ({
  id,
  title: id,
  file: { name, mime, size: 1, url: '', text: null },
  version: null,
  signatures: [],
});
const place = (field: Place['field'], part: number | null): Place => ({
  field,
  text: 'x',
  part,
  page: 1,
  box: [0, 0, 1, 1],
});
const examined = (places: readonly Place[]): Examination =>
  ({ places, parts: [{ position: 1, name: 'rechnung.pdf' }] }) as unknown as Examination;

describe('linkPlaces', () => {
  it('links nothing where nothing was examined', () => {
    expect(linkPlaces(null, [paper('a', 'a.pdf')], new Map())).toEqual({ places: [], paperId: null, byKey: new Map() });
  });

  it('finds the paper of an attachment by its name', () => {
    const papers = [
      paper('mail', 'mail.eml', 'message/rfc822'),
      paper('other', 'other.pdf'),
      paper('invoice', 'rechnung.pdf'),
    ];
    expect(linkPlaces(examined([place('nummer', 1)]), papers, new Map()).paperId).toBe('invoice');
  });

  it('shows a place under the label of its field, or under its own name without one', () => {
    const places = linkPlaces(
      examined([place('amountCent', null), place('iban', null)]),
      [paper('a', 'a.pdf')],
      new Map([['betrag', 'Betrag (brutto)']]),
    );
    expect(places.places.map(({ label }) => label)).toEqual(['Betrag (brutto)', 'IBAN']);
    expect(places.byKey.get('betrag')?.id).toBe('0');
  });
});
