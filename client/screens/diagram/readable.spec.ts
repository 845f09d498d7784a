import { showReadable } from './readable.js';

function canvasThatFitsAt(zoom: number) {
  const shown: object[] = [];
  const canvas = {
    zoom: () => zoom,
    viewbox: (box?: object) => {
      if (box) shown.push(box);
      return { inner: { x: 100, y: 0, width: 2000, height: 400 }, outer: { width: 700, height: 420 } };
    },
  };
  return { canvas, shown };
}

describe('showReadable', () => {
  it('leaves a model alone that can be read as a whole', () => {
    const { canvas, shown } = canvasThatFitsAt(0.9);
    expect(showReadable(canvas)).toBe(0.9);
    expect(shown).toEqual([]);
  });

  it('shows the beginning of a model that is too long', () => {
    const { canvas, shown } = canvasThatFitsAt(0.3);
    expect(showReadable(canvas)).toBe(0.7);
    expect(shown).toEqual([
      { x: 76, y: expect.closeTo(-100), width: expect.closeTo(1000), height: expect.closeTo(600) },
    ]);
  });

  it('shows the part where the process stands', () => {
    const { canvas, shown } = canvasThatFitsAt(0.3);
    showReadable(canvas, { x: 1000, y: 160, width: 124, height: 80 });
    expect(shown).toEqual([
      { x: expect.closeTo(562), y: expect.closeTo(-100), width: expect.closeTo(1000), height: expect.closeTo(600) },
    ]);
  });
});
