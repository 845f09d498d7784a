import { PDFDocument } from '@cantoo/pdf-lib';
import { dictionary, name, type PdfObject } from '../../platform/pdf/objects.js';
import { MOST_PIXELS, RESOLUTION } from './draw-page.js';

/** Pictures that are redacted like a page of paper. */
export const PICTURES: readonly string[] = ['image/png', 'image/jpeg'];

/**
 * A picture as a PDF of one page, to be marked and drawn like any other. It is read by JavaScript alone: the decoders of the
 * canvas end the whole process over a picture that is cut off (0.1.100; PNG, JPEG and GIF, tried on 29.11.2026).
 */
export async function picturePdf(bytes: Uint8Array, mime: string): Promise<Uint8Array | 'damaged' | 'tooLarge'> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  try {
    const image = mime === 'image/png' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes);
    const { width, height } = image;
    if (width < 1 || height < 1) return 'damaged';
    if (width * height > MOST_PIXELS) return 'tooLarge';
    const size = { width: (width * 72) / RESOLUTION, height: (height * 72) / RESOLUTION };
    pdf.addPage([size.width, size.height]).drawImage(image, { x: 0, y: 0, ...size });
    return await pdf.save();
  } catch {
    return 'damaged';
  }
}

/** A JPEG as it stands in a PDF: its own bytes are the stream. */
export function jpegObject(data: Uint8Array, columns: number, rows: number): PdfObject {
  const entries = {
    ...{ Type: name('XObject'), Subtype: name('Image'), Width: columns, Height: rows },
    ...{ ColorSpace: name('DeviceRGB'), BitsPerComponent: 8, Filter: name('DCTDecode'), Length: data.length },
  };
  return { kind: 'stream', dictionary: dictionary(entries), data };
}
