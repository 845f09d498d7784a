import type { ZusatzfeldView, ZusatzRule } from '../../../server/contract/zusatzfeld-views.js';
import { definitionOf, draftOf, keyFrom, NEW_DRAFT } from './definition-draft.js';

const field = (rule: ZusatzRule): ZusatzfeldView => ({
  ...{
    id: 'i',
    kind: 'akte',
    key: 'k',
    label: { de: 'K', en: 'K' },
    rule,
    need: 'required',
    state: 'offen',
    version: 1,
  },
  ...{ einheitId: null, einheit: null, dokumentArt: null },
});

describe('F8 a definition in its sheet', () => {
  it('says again what it said, whatever it holds', () => {
    const rules: ZusatzRule[] = [
      { art: 'text', shortest: 2, longest: 20, signs: 'digits' },
      { art: 'longText', longest: 200 },
      { art: 'wholeNumber', least: -5, most: null },
      { art: 'amount', least: '0.00', most: '1234567.50' },
      { art: 'day', earliest: '2020-01-01', latest: null },
      { art: 'yesNo' },
      { art: 'choice', options: [{ key: 'a', label: { de: 'A', en: 'A' } }] },
    ];
    for (const rule of rules) expect(definitionOf(draftOf(field(rule))).rule).toEqual(rule);
  });

  it('gives each new choice a key of its own, and keeps those that are there', () => {
    const label = { de: 'Groß', en: 'Large' };
    const options = [
      { key: 'gross', label },
      { key: '', label },
      { key: '', label: { de: '…', en: 'x' } },
    ];
    expect(definitionOf({ ...NEW_DRAFT, art: 'choice', options }).rule).toMatchObject({
      options: [{ key: 'gross' }, { key: 'gross_2' }, { key: 'wahl' }],
    });
  });

  it('makes a key that every system takes', () => {
    expect(keyFrom('Größe der Fläche (m²)')).toBe('groesse_der_flaeche_m');
    expect(keyFrom('1. Żółw')).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(keyFrom('x'.repeat(90))).toHaveLength(40);
  });
});
