import { drawnGroups, topOf, totalHeight } from './window.js';

const heights = { row: 50, heading: 20 };
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const groups = [
  { id: 'empty', label: 'Leer', items: [] },
  { id: 'a', label: 'Heute', items: numbers(0, 3) },
  { id: 'b', label: 'Später', items: numbers(3, 10_000) },
];

describe('drawnGroups', () => {
  it('leaves out a group without rows, heading included', () => {
    expect(drawnGroups(groups, heights, { top: 0, height: 100 }).map((group) => group.id)).toEqual(['a', 'b']);
  });

  it('draws a list of 10,000 rows with the view and the spare rows only', () => {
    const drawn = drawnGroups(groups, heights, { top: 200_000, height: 500 });
    expect(drawn).toHaveLength(1);
    expect(drawn[0]!.drawn.length).toBeLessThan(30);
    expect(drawn[0]!.drawn).toContain(3 + Math.floor((200_000 - 190) / 50));
  });

  it('places every group below the one before', () => {
    expect(drawnGroups(groups, heights, { top: 0, height: 100 }).map((group) => group.top)).toEqual([0, 170]);
    expect(totalHeight(groups, heights)).toBe(170 + 20 + 10_000 * 50);
  });
});

describe('topOf', () => {
  it('knows nothing of an item that is not there', () => {
    expect(topOf(groups, heights, (item) => item === -1)).toBeNull();
  });

  it('counts headings and rows before the item', () => {
    expect(topOf(groups, heights, (item) => item === 4)).toBe(170 + 20 + 50);
  });
});
