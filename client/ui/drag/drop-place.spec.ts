import { placeAt } from './drop-place.js';

/** Two rows of two, each 100 wide and 150 high, 10 apart. */
const boxes = [
  [0, 0],
  [110, 0],
  [0, 160],
  [110, 160],
].map(([left = 0, top = 0]) => ({ left, top, right: left + 100, bottom: top + 150 }));

describe('placeAt', () => {
  it('is the beginning of a list without anything in it', () => {
    expect(placeAt([], 50, 50)).toBe(0);
  });

  it('is before what the point has not passed the middle of', () => {
    expect([placeAt(boxes, 40, 70), placeAt(boxes, 60, 70), placeAt(boxes, 190, 70)]).toEqual([0, 1, 2]);
    expect([placeAt(boxes, 60, 200), placeAt(boxes, 40, -20)]).toEqual([3, 0]);
  });

  it('is the end after the last one, and below all', () => {
    expect([placeAt(boxes, 200, 200), placeAt(boxes, 10, 900)]).toEqual([4, 4]);
  });
});
