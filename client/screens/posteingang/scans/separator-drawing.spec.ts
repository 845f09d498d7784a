import { drawSeparator } from './separator-drawing.js';
import { CORNER, isOwnPrint, LINES, MODULE, MODULES, SHEET } from './separator-layout.js';

describe('the separator as it is printed', () => {
  it('has nothing at its edges and beside its codes: there the page is looked at', () => {
    const beside = [
      { x: 8, y: 150 },
      { x: CORNER.x - 20, y: CORNER.y + 40 },
      { x: SHEET.width - 20, y: SHEET.height - 30 },
      { x: SHEET.width / 2, y: 8 },
    ];
    expect(beside.map(isOwnPrint)).toEqual([false, false, false, false]);
  });

  it('says twice what it is and what to do with it, the second time the other way up', async () => {
    const sheet = await drawSeparator();
    const [upper, lower] = [...sheet.children];
    expect(upper?.textContent).toMatch(/^TrennblattVor jeden neuen Brief legen/);
    expect(lower?.textContent).toBe(upper?.textContent);
    expect([upper, lower].map((half) => half?.getAttribute('transform'))).toEqual([null, 'rotate(180 105 148.5)']);
    expect(sheet.querySelectorAll('path')).toHaveLength(2);
  });

  it('has its codes and words where its own print is known to be, in both halves', () => {
    const side = MODULES * MODULE;
    const corners = [0, side].flatMap((dx) => [0, side].map((dy) => ({ x: CORNER.x + dx, y: CORNER.y + dy })));
    const words = LINES.flatMap(({ baseline, size }) => [20, 190].map((x) => ({ x, y: baseline - size })));
    const print = [...corners, ...words];
    const turned = print.map(({ x, y }) => ({ x: SHEET.width - x, y: SHEET.height - y }));
    expect([...print, ...turned].every(isOwnPrint)).toBe(true);
  });
});
