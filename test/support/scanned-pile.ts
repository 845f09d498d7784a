import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** What stands on a page: its lines from above; without any it is the blank back of a sheet. */
export type PileSheet = readonly string[];

/** A pile of post as one PDF of A4 pages. */
export async function scannedPile(sheets: readonly PileSheet[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of sheets) {
    const page = pdf.addPage([595, 842]);
    for (const [row, line] of lines.entries()) page.drawText(line, { x: 64, y: 760 - 22 * row, size: 12, font });
  }
  return Buffer.from(await pdf.save());
}

/** A sheet of somebody's letter, full enough to be one. */
export function sheetOf(sender: string, page: number): PileSheet {
  const body = Array.from({ length: 14 }, (_, line) => `${sender} schreibt zum Punkt ${line + 1} auf Blatt ${page}.`);
  return page === 1 ? [sender, 'Musterweg 7, 23552 Musterstadt', '', ...body] : body;
}
