/** What the outside of a PDF says before a parser repairs it silently. */
export type PdfFrame = 'sound' | 'damaged';

/**
 * Checks header, end mark and the pointer to the cross-reference table. Readers repair a broken pointer without a word
 * and then find no attachments: an invoice would look like a plain letter (criterion R5).
 */
export function pdfFrame(bytes: Buffer): PdfFrame {
  const header = bytes.subarray(0, 1_029).indexOf('%PDF-');
  // Signed files and editors append up to some hundred bytes after the last end mark.
  const end = bytes.lastIndexOf('%%EOF');
  if (header === -1 || end === -1 || end < bytes.length - 2_048) return 'damaged';
  const pointer = /startxref\s+(\d{1,12})\s+$/.exec(bytes.toString('latin1', Math.max(0, end - 60), end))?.[1];
  if (pointer === undefined) return 'damaged';
  const offset = Number(pointer);
  // With garbage in front, some writers count from the header, others from the first byte.
  return leadsToTable(bytes, offset) || leadsToTable(bytes, offset + header) ? 'sound' : 'damaged';
}

function leadsToTable(bytes: Buffer, offset: number): boolean {
  return /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(bytes.toString('latin1', offset, offset + 40));
}
