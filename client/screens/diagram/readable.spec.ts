import { showReadable, showWhole } from './readable.js';

/** A canvas of 700 × 420 px over a model of the given width. */
function canvasOver(width: number) {
  const shown: object[] = [];
  const canvas = {
    zoom: () => Math.min(1, 700 / width),
    viewbox: (box?: object) => {
      if (box) shown.push(box);
      return { inner: { x: 100, y: 0, width, height: 400 }, outer: { width: 700, height: 420 } };
    },
  };
  return { canvas, last: () => shown.at(-1) };
}

describe('showReadable', () => {
  it('shows a model as a whole that can be read as a whole', () => {
    const { canvas, last } = canvasOver(800);
    expect(showReadable(canvas)).toBeGreaterThanOrEqual(0.7);
    expect(last()).toMatchObject({ x: expect.closeTo(500 - 700 / 0.81 / 2, 0) as number });
  });

  it('shows the beginning of a model that is too long', () => {
    const { canvas, last } = canvasOver(2000);
    expect(showReadable(canvas)).toBe(0.7);
    expect(last()).toEqual({
      x: 76,
      y: expect.closeTo(-100),
      width: expect.closeTo(1000),
      height: expect.closeTo(600),
    });
  });

  it('shows the part where the process stands', () => {
    const { canvas, last } = canvasOver(2000);
    showReadable(canvas, { x: 1000, y: 160, width: 124, height: 80 });
    expect(last()).toMatchObject({ x: expect.closeTo(562) as number, y: expect.closeTo(-100) as number });
  });
});

describe('showWhole', () => {
  it('leaves a margin at both sides of the longest model', () => {
    const { canvas, last } = canvasOver(2000);
    const zoom = showWhole(canvas);
    const { x, width } = last() as { x: number; width: number };
    expect((100 - x) * zoom).toBeCloseTo(24);
    expect((x + width - 2100) * zoom).toBeCloseTo(24);
  });
});
