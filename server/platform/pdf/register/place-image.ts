import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { A4 } from '../drawing.js';
import type { Replacement } from './register-parts.js';

const MARGIN = 36;
/** 100 million pixels are a plan in A1 at 300 dpi; unpacked they take 400 MB. */
const MOST_PIXELS = 100_000_000;

/** A page with one picture, as large as it fits; in landscape where the picture is. */
export async function placeImage(
  target: PDFDocument,
  bytes: Uint8Array,
  mime: string,
): Promise<{ page: PDFPage } | Replacement> {
  if (mime === 'image/png' && pngPixels(bytes) > MOST_PIXELS) return 'tooLarge';
  try {
    const image = mime === 'image/png' ? await target.embedPng(bytes) : await target.embedJpg(bytes);
    const isWide = image.width > image.height;
    const [width, height] = isWide ? [A4.height, A4.width] : [A4.width, A4.height];
    const scale = Math.min((width - 2 * MARGIN) / image.width, (height - 2 * MARGIN) / image.height);
    const size = { width: image.width * scale, height: image.height * scale };
    const page = target.addPage([width, height]);
    page.drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size });
    return { page };
  } catch {
    return 'damaged';
  }
}

/** From the head alone (PNG, section 5.6). */
function pngPixels(bytes: Uint8Array): number {
  if (bytes.length < 24) return 0;
  const head = new DataView(bytes.buffer, bytes.byteOffset, 24);
  return head.getUint32(16) * head.getUint32(20);
}
