import { linesOf } from './page-boxes.js';

const piece = (left: number, top: number, width = 40, height = 12) => ({ left, top, width, height });

describe('linesOf', () => {
  it('leaves out what has no width: the ends of lines', () => {
    expect(linesOf([piece(10, 10, 0), piece(10, 10, 0.5)])).toEqual([]);
  });

  it('makes one rectangle of the pieces of a line and of what the browser says twice', () => {
    expect(linesOf([piece(60, 11), piece(10, 10), piece(10, 10)])).toEqual([piece(10, 10, 90, 13)]);
  });

  it('keeps lines and columns apart', () => {
    expect(linesOf([piece(10, 10), piece(10, 24), piece(300, 10)])).toEqual([
      piece(10, 10),
      piece(300, 10),
      piece(10, 24),
    ]);
  });
});
