import { fromTop, INK, LEFT, line } from '../../server/demo/letters/din-5008.js';
import { rasterisePage } from '../../server/demo/letters/raster/rasterise-page.js';
import { A4 } from '../../server/platform/pdf/drawing.js';

/** A page with one line, photographed: grey values, the simplest format that Tesseract reads. */
export function photographed(text: string): Buffer {
  const page = { ...A4, items: [line(text, LEFT, fromTop(40), 24, 'Regular', INK)] };
  const { columns, rows, values } = rasterisePage(page, 150, 0, []);
  return Buffer.concat([
    Buffer.from(`P5 ${columns} ${rows} 255\n`),
    Uint8Array.from(values, (ink) => 255 - Math.round(ink * 255)),
  ]);
}
