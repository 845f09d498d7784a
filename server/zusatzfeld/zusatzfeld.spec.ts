import type { ZusatzDefinition, ZusatzKind, ZusatzRule } from '../contract/zusatzfeld-views.js';
import { refuseDefinition } from './zusatzfeld.js';

const label = { de: 'Feld', en: 'Field' };
const said = (rule: ZusatzRule, own: Partial<ZusatzDefinition> = {}): ZusatzDefinition => ({
  ...{ label, rule, need: 'optional', einheitId: null, dokumentArt: null },
  ...own,
});
const codes = (rule: ZusatzRule, own: Partial<ZusatzDefinition> = {}, kind: ZusatzKind = 'akte') =>
  refuseDefinition(kind, said(rule, own))?.reasons.map(({ code }) => code);

describe('F8 refuseDefinition', () => {
  it.each<ZusatzRule>([
    { art: 'text', shortest: 6, longest: 5, signs: 'any' },
    { art: 'wholeNumber', least: 1, most: 0 },
    { art: 'amount', least: '10.00', most: '9.99' },
    { art: 'day', earliest: '2026-01-02', latest: '2026-01-01' },
  ])('refuses limits that leave nothing: %j', (rule) => {
    expect(codes(rule)).toEqual(['zusatzfeld.limitsCrossed']);
  });

  it('refuses choices that nobody can tell apart, each of them, and a kind of Dokument for an Akte', () => {
    const options = [
      { key: 'a', label },
      { key: 'a', label: { de: 'Andere', en: 'Others' } },
      { key: 'b', label },
    ];
    expect(codes({ art: 'choice', options }, { dokumentArt: 'vermerk' })).toEqual([
      'zusatzfeld.optionTwice',
      'zusatzfeld.optionTwice',
      'zusatzfeld.artOnlyForDokumente',
    ]);
  });

  it('takes limits that meet, and none', () => {
    expect(codes({ art: 'amount', least: '9.00', most: '9.00' })).toBeUndefined();
    expect(codes({ art: 'day', earliest: null, latest: null }, { dokumentArt: 'vermerk' }, 'dokument')).toBeUndefined();
  });
});
