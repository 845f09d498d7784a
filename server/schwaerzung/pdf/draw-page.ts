import { deflateSync } from 'node:zlib';
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Box } from './box.js';
import type { PDFPageProxy } from './library.js';

/** A page as a picture. `grey`: 16 levels, packed by Flate; as sharp as it was drawn, and small for text. */
export type Picture =
  | { readonly kind: 'grey'; readonly packed: Uint8Array; readonly columns: number; readonly rows: number }
  | { readonly kind: 'jpeg'; readonly bytes: Uint8Array; readonly columns: number; readonly rows: number };

export interface DrawnPage {
  readonly picture: Picture;
  /** Whether anything can be seen there: paper of one colour shows no word, whatever the file claims to write. */
  shows(box: Box): boolean;
}

/** Pixels per inch of a page that is drawn anew: what offices scan with, and legible down to 6 point. */
export const RESOLUTION = 200;
/** A0 at that resolution has 62 million pixels, 250 MB while they are drawn. */
export const MOST_PIXELS = 65_000_000;
/** Of a JPEG, from 0 to 100: scans stay as they were to the eye. */
const QUALITY = 85;

/** Pixels of the page, or null where they would be too many. */
export function sizeOf(page: PDFPageProxy): { columns: number; rows: number } | null {
  const { width, height } = page.getViewport({ scale: RESOLUTION / 72 });
  const [columns, rows] = [Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height))];
  return columns * rows > MOST_PIXELS ? null : { columns, rows };
}

/** Draws a page and paints the boxes black before anything is kept of it. */
export async function drawPage(page: PDFPageProxy, boxes: readonly Box[]): Promise<DrawnPage> {
  const size = sizeOf(page);
  if (!size) throw new Error('The page has too many pixels');
  const { columns, rows } = size;
  const canvas = createCanvas(columns, rows);
  const viewport = page.getViewport({ scale: RESOLUTION / 72 });
  // The library draws on anything that has the methods of a canvas; its types know only that of a browser.
  await page.render({ canvas: canvas as never, viewport, background: '#fff' }).promise;
  const pixelsOf = ([left, bottom, right, top]: Box) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle([
      left,
      bottom,
      right,
      top,
    ]) as number[];
    const [x, y] = [Math.floor(Math.min(x1, x2)), Math.floor(Math.min(y1, y2))];
    return { x, y, width: Math.ceil(Math.max(x1, x2)) - x, height: Math.ceil(Math.max(y1, y2)) - y };
  };
  const context = canvas.getContext('2d');
  context.resetTransform();
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#000';
  for (const { x, y, width, height } of boxes.map(pixelsOf)) context.fillRect(x, y, width, height);
  const { data } = context.getImageData(0, 0, columns, rows);
  return {
    picture: await pictureOf(canvas, data),
    shows: (box) => isUneven(data, { columns, rows }, pixelsOf(box)),
  };
}

async function pictureOf(canvas: Canvas, data: Uint8ClampedArray): Promise<Picture> {
  const { width: columns, height: rows } = canvas;
  const bytes = await canvas.encode('jpeg', QUALITY);
  const nibbles = greyNibbles(data, columns, rows);
  const packed = nibbles && deflateSync(nibbles, { level: 6 });
  if (packed && packed.length < bytes.length) return { kind: 'grey', packed, columns, rows };
  return { kind: 'jpeg', bytes, columns, rows };
}

/** Two pixels a byte, rows in whole bytes; null where the page has colours. */
function greyNibbles(data: Uint8ClampedArray, columns: number, rows: number): Uint8Array | null {
  const stride = Math.ceil(columns / 2);
  const nibbles = new Uint8Array(stride * rows);
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 4) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      // Greys come out of colour management off by a few levels.
      if (Math.abs(red - green) > 6 || Math.abs(green - blue) > 6) return null;
      const level = Math.round(green / 17);
      const place = row * stride + (column >> 1);
      nibbles[place] = (nibbles[place] ?? 0) | ((column & 1) === 0 ? level << 4 : level);
    }
  }
  return nibbles;
}

interface Pixels {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Levels by which ink differs from paper at least; less is the noise of a scan or of colour management. */
const INK = 24;

function isUneven(data: Uint8ClampedArray, page: { columns: number; rows: number }, area: Pixels): boolean {
  const [fromX, toX] = [Math.max(0, area.x), Math.min(page.columns, area.x + area.width)];
  const [fromY, toY] = [Math.max(0, area.y), Math.min(page.rows, area.y + area.height)];
  for (let colour = 0; colour < 3; colour += 1) {
    let [lowest, highest] = [255, 0];
    for (let y = fromY; y < toY; y += 1) {
      for (let x = fromX; x < toX; x += 1) {
        const level = data[(y * page.columns + x) * 4 + colour] ?? 0;
        lowest = Math.min(lowest, level);
        highest = Math.max(highest, level);
      }
    }
    if (highest - lowest > INK) return true;
  }
  return false;
}
