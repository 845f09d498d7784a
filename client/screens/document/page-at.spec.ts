import { pageAt } from './page-at.js';

const below = (index: number) => 12 + index * 858;

describe('pageAt', () => {
  it('is the first page above the first one, and the last one below the last', () => {
    expect(pageAt(1_000, below, -50)).toBe(1);
    expect(pageAt(1_000, below, 1e9)).toBe(1_000);
    expect(pageAt(1, below, 400)).toBe(1);
  });

  it('is the page that the line lies on', () => {
    expect(pageAt(1_000, below, below(499))).toBe(500);
    expect(pageAt(1_000, below, below(499) - 1)).toBe(499);
  });

  it('is the left one of two pages that lie beside each other', () => {
    const pairs = (index: number) => 12 + Math.floor(index / 2) * 858;
    expect(pageAt(10, pairs, pairs(4))).toBe(5);
    expect(pageAt(9, pairs, 1e9)).toBe(9);
  });

  it('asks for ten edges of a thousand pages', () => {
    let asked = 0;
    pageAt(1_000, (index) => ((asked += 1), below(index)), below(700));
    expect(asked).toBeLessThan(15);
  });
});
