import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib';
import { isRejection } from '../../contract/rejections.js';
import type { Signer } from '../ports.js';
import { signPdf, type SignatureRequest } from '../sign-pdf.js';

export interface TestDocument {
  readonly pages?: number;
  readonly structure?: 'table' | 'objectStreams';
  readonly rotation?: 0 | 90 | 180 | 270;
  /** A media box and a crop box that do not start at 0 0. */
  readonly offset?: 'none' | 'cropped';
}

/** A readable A4 document, the same bytes for the same wishes. */
export async function testPdf(wishes: TestDocument = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= (wishes.pages ?? 1); number += 1) {
    const page = pdf.addPage([595, 842]);
    if (wishes.offset === 'cropped') {
      page.setMediaBox(-20, 30, 595, 842);
      page.setCropBox(10, 60, 500, 700);
    }
    page.setRotation(degrees(wishes.rotation ?? 0));
    page.drawText(`Bescheid, Seite ${number}`, { x: 72, y: 600, size: 14, font });
  }
  return pdf.save({ useObjectStreams: wishes.structure === 'objectStreams' });
}

export const REQUEST: SignatureRequest = {
  name: 'Jürgen Groß',
  reason: 'Schlusszeichnung',
  at: new Date('2026-03-01T10:00:00Z'),
};

/** Signs, and throws where the signing is refused. */
export async function signedPdf(
  bytes: Uint8Array,
  signer: Signer,
  request: Partial<SignatureRequest> = {},
): Promise<Uint8Array> {
  const signed = await signPdf(bytes, signer, { ...REQUEST, ...request });
  if (isRejection(signed)) throw new Error(signed.message.de);
  return signed;
}

/** The last signature of a file as its ByteRange says: the covered bytes and the DER of Contents without its padding. */
export function lastSignature(file: Uint8Array): { range: number[]; covered: Buffer; cms: Buffer } {
  const text = Buffer.from(file).toString('latin1');
  const found = [...text.matchAll(/\/ByteRange \[(\d+) +(\d+) +(\d+) +(\d+) *\]/g)].at(-1);
  if (found === undefined) throw new Error('no ByteRange');
  const [start = 0, length = 0, next = 0, rest = 0] = found.slice(1).map(Number);
  const padded = Buffer.from(text.slice(start + length + 1, next - 1), 'hex');
  const digits = (padded[1] ?? 0) - 0x80;
  const cmsLength = 2 + digits + padded.readUIntBE(2, digits);
  const covered = Buffer.concat([file.subarray(start, start + length), file.subarray(next, next + rest)]);
  return { range: [start, length, next, rest], covered, cms: padded.subarray(0, cmsLength) };
}
