import { looksBlank, type Pixels } from './blank-page.js';

const [WIDTH, HEIGHT] = [272, 384];

/** A page of this grey, with boxes of another one: left, top, width, height. */
function page(paper: number, boxes: readonly (readonly [number, number, number, number])[] = [], ink = 20): Pixels {
  const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT).fill(paper);
  for (const [left, top, width, height] of boxes) {
    for (let y = top; y < top + height; y += 1) {
      for (let x = left; x < left + width; x += 1) data.fill(ink, 4 * (y * WIDTH + x), 4 * (y * WIDTH + x) + 3);
    }
  }
  return { data, width: WIDTH, height: HEIGHT };
}

const line = [[40, 50, 120, 2]] as const;

describe('looksBlank', () => {
  it('is not said of a page with one line, be it pale or on grey paper', () => {
    expect([page(255, line), page(238, line, 190), page(205, line)].map((each) => looksBlank(each))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is not said of a page that is dark all over', () => {
    expect(looksBlank(page(10))).toBe(false);
  });

  it('is said of white, grey and recycled paper', () => {
    expect([255, 238, 205].map((paper) => looksBlank(page(paper)))).toEqual([true, true, true]);
  });

  it('is said of paper with punch holes and the shadow of its edge', () => {
    const holes = [
      [6, 150, 8, 8],
      [6, 230, 8, 8],
      [0, 0, WIDTH, 12],
    ] as const;
    expect(looksBlank(page(238, holes))).toBe(true);
  });

  it('is said of paper through which the other side shines, and of specks of dust', () => {
    const text = Array.from({ length: 40 }, (_, row) => [30, 30 + 8 * row, 200, 3] as const);
    const specks = Array.from({ length: 15 }, (_, at) => [40 + 10 * at, 60 + 15 * at, 1, 1] as const);
    expect(looksBlank(page(238, text, 214))).toBe(true);
    expect(looksBlank(page(238, specks))).toBe(true);
  });

  it('is said of a page on which everything is known, and of none for that alone', () => {
    const inLine = (x: number, y: number) => x >= 40 && x < 160 && y >= 50 && y < 52;
    expect(looksBlank(page(205, line), inLine)).toBe(true);
    expect(looksBlank(page(205, [...line, [40, 90, 120, 2]]), inLine)).toBe(false);
  });
});
