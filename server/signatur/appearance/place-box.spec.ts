import { dictionary, reference } from '../../platform/pdf/objects.js';
import type { PdfPage } from '../pdf/pages.js';
import { placeBox } from './place-box.js';

const page = (rotation: PdfPage['rotation']): PdfPage => ({
  reference: reference(3),
  dictionary: dictionary({}),
  visible: { x: 10, y: 20, width: 500, height: 700 },
  rotation,
});

describe('placeBox', () => {
  it('refuses a box that leaves the page as it is seen', () => {
    const wide = { x: 0, y: 0, width: 600, height: 100 };
    expect(placeBox(page(0), wide)).toBeNull();
    expect(placeBox(page(180), wide)).toBeNull();
    expect(placeBox(page(90), wide)).not.toBeNull();
    expect(placeBox(page(90), { x: 0, y: 450, width: 100, height: 100 })).toBeNull();
  });

  it('refuses a box without size', () => {
    expect(placeBox(page(0), { x: 1, y: 1, width: 0, height: 10 })).toBeNull();
    expect(placeBox(page(0), { x: 1, y: 1, width: 10, height: Number.NaN })).toBeNull();
  });

  it.each([
    [0, [30, 50, 130, 90]],
    [90, [440, 40, 480, 140]],
    [180, [390, 650, 490, 690]],
    [270, [40, 600, 80, 700]],
  ] as const)('finds the corners on a page that is turned by %i degrees', (rotation, corners) => {
    expect(placeBox(page(rotation), { x: 20, y: 30, width: 100, height: 40 })).toEqual(corners);
  });
});
