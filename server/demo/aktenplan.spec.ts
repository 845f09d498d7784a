import { AKTENPLAN } from './aktenplan.js';

describe('AKTENPLAN', () => {
  const byKennzeichen = new Map(AKTENPLAN.map((position) => [position.kennzeichen, position]));

  it('gives no Kennzeichen twice', () => {
    expect(byKennzeichen.size).toBe(AKTENPLAN.length);
  });

  it('names every parent before its children, so that it can be stored in this order', () => {
    const seen = new Set<string>();
    for (const { kennzeichen } of AKTENPLAN) {
      const parent = kennzeichen.split('.').slice(0, -1).join('.');
      expect(parent === '' || seen.has(parent)).toBe(true);
      seen.add(kennzeichen);
    }
  });

  it('is numbered in two digits per level on three levels', () => {
    const levels = AKTENPLAN.map(({ kennzeichen }) => kennzeichen.split('.'));
    expect(levels.flat().every((part) => /^\d{2}$/.test(part))).toBe(true);
    expect(new Set(levels.map((parts) => parts.length))).toEqual(new Set([1, 2, 3]));
  });

  it('stands in the order in which people look it up', () => {
    const sorted = [...byKennzeichen.keys()].sort();
    expect(AKTENPLAN.map(({ kennzeichen }) => kennzeichen)).toEqual(sorted);
  });

  it('has at least 45 positions, each Aussonderungsart and an unlimited period', () => {
    expect(AKTENPLAN.length).toBeGreaterThanOrEqual(45);
    expect(new Set(AKTENPLAN.map(({ aussonderungsart }) => aussonderungsart))).toEqual(new Set(['A', 'B', 'V']));
    expect(AKTENPLAN.some(({ jahre }) => jahre === null)).toBe(true);
  });

  it('keeps vouchers of the Liegenschaften for ten years and then destroys them', () => {
    expect(byKennzeichen.get('20.31.04')).toEqual({
      kennzeichen: '20.31.04',
      titel: 'Bewirtschaftung der Liegenschaften',
      jahre: 10,
      aussonderungsart: 'V',
    });
  });
});
