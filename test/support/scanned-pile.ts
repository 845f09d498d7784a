import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** What stands on a page: its lines from above; without any it is the blank back of a sheet. Or a scan of it, as a JPEG. */
export type PileSheet = readonly string[] | Buffer;

/** A pile of post as one PDF of A4 pages. */
export async function scannedPile(sheets: readonly PileSheet[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const sheet of sheets) {
    const page = pdf.addPage([595, 842]);
    if (Buffer.isBuffer(sheet)) page.drawImage(await pdf.embedJpg(sheet), { x: 0, y: 0, width: 595, height: 842 });
    else for (const [row, line] of sheet.entries()) page.drawText(line, { x: 64, y: 760 - 22 * row, size: 12, font });
  }
  return Buffer.from(await pdf.save());
}

/** A sheet of somebody's letter, full enough to be one. */
export function sheetOf(sender: string, page: number): PileSheet {
  const body = Array.from({ length: 14 }, (_, line) => `${sender} schreibt zum Punkt ${line + 1} auf Blatt ${page}.`);
  return page === 1 ? [sender, 'Musterweg 7, 23552 Musterstadt', '', ...body] : body;
}
