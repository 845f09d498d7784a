import { addressOfTile, moved, tileWords } from './tile-words.js';

describe('a tile of the board', () => {
  it('F108 leads to the list that it counts, limited as it counts', () => {
    const filter = { frist: 'ueberfaellig' } as const;
    const own = addressOfTile({ kind: 'aufgaben', list: 'meine', filter });
    expect(own).toMatchObject({ path: '/aufgaben', query: { frist: 'ueberfaellig', list: null, text: null } });
    expect(addressOfTile({ kind: 'aufgaben', list: 'gruppe', filter: {} }).query).toMatchObject({ list: 'gruppe' });
    expect(addressOfTile({ kind: 'undistributed' })).toEqual({ path: '/verteilung', query: { with: 'group' } });
    expect(addressOfTile({ kind: 'posteingang' })).toEqual({ path: '/posteingang', query: {} });
    const search = addressOfTile({ kind: 'search', query: 'Gebühr art:vermerk' });
    expect(search).toEqual({ path: '/suche', query: { q: 'Gebühr art:vermerk' } });
  });

  it('F108 moves to any place and stops at the ends', () => {
    const tiles = ['mine', 'overdue', 'week'] as const;
    expect(moved(tiles, 'week', 0)).toEqual(['week', 'mine', 'overdue']);
    expect(moved(tiles, 'mine', 1)).toEqual(['overdue', 'mine', 'week']);
    expect(moved(tiles, 'mine', -1)).toEqual(['mine', 'overdue', 'week']);
    expect(moved(tiles, 'mine', 9)).toEqual(['overdue', 'week', 'mine']);
  });

  it('F108 is called as the filter or the search that was kept, or by what it counts', () => {
    expect(tileWords({ id: 'filter:1', name: 'Teure' })).toBe('Teure');
    expect(tileWords({ id: 'search:1', name: 'Gebühren' })).toBe('Suche „Gebühren“');
    expect(tileWords({ id: 'mine', name: null })).toBe('Meine Aufgaben');
  });
});
