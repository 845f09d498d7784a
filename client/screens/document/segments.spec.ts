import { segmentsOf } from './segments.js';

const hit = (start: number, end: number) => ({ id: `1.${start}`, stretch: { start, end } });

describe('segmentsOf', () => {
  it('has nothing to show where there is no text', () => {
    expect(segmentsOf(' \n', [])).toEqual([]);
  });

  it('is one piece where nothing was found', () => {
    expect(segmentsOf('ein Satz\n', [])).toEqual([{ text: 'ein Satz', hit: null }]);
  });

  it('cuts at each hit, also at the edges and beside each other', () => {
    expect(segmentsOf('abcdef', [hit(0, 2), hit(2, 3), hit(5, 6)])).toEqual([
      { text: 'ab', hit: '1.0' },
      { text: 'c', hit: '1.2' },
      { text: 'de', hit: null },
      { text: 'f', hit: '1.5' },
    ]);
  });
});
