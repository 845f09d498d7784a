import { inRow } from './page-walk.js';

/** Three in a row, one below the second, two below that. */
const boxes = [
  [0, 0],
  [100, 0],
  [200, 3],
  [100, 300],
  [0, 600],
  [100, 600],
].map(([left = 0, top = 0]) => ({ left, top, width: 90 }));

describe('inRow', () => {
  it('leads nowhere above the first row, below the last one, and from a page that is not there', () => {
    expect([inRow(boxes, 1, 'up'), inRow(boxes, 4, 'down'), inRow(boxes, 9, 'down')]).toEqual([null, null, null]);
  });

  it('leads to the nearest of the next row, not to a farther row', () => {
    expect([inRow(boxes, 0, 'down'), inRow(boxes, 2, 'down'), inRow(boxes, 3, 'down')]).toEqual([3, 3, 5]);
    expect([inRow(boxes, 3, 'up'), inRow(boxes, 5, 'up')]).toEqual([1, 3]);
  });
});
