import type { PDFPageProxy } from 'pdfjs-dist/types/src/pdf.js';
import type { Box, Span, TextLine } from '../text/text-line.js';

/** A piece of text as the PDF places it. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
}

/** The lines of a page of an opened PDF; `number` is 1 for the first page. */
export async function linesOfPage(page: PDFPageProxy, number: number): Promise<TextLine[]> {
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): PlacedText[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, , , left = 0, baseline = 0] = item.transform as number[];
    return [{ text: item.str, left, baseline, width: item.width, size: Math.hypot(a, b) || item.height }];
  });
  return pageLines(pieces, number);
}

/**
 * Puts the pieces of a page into lines from top to bottom. PDF knows no lines: invoices are written column by column,
 * sometimes letter by letter, so label and value meet only after sorting by place.
 */
export function pageLines(pieces: readonly PlacedText[], page: number): TextLine[] {
  const rows: PlacedText[][] = [];
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.baseline - a.baseline);
  for (const piece of sorted) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    // Half a letter height apart is still one line: values are often set a point lower than their labels.
    if (row && anchor && anchor.baseline - piece.baseline < Math.max(anchor.size, piece.size) * 0.5) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => lineOf(row, page));
}

function lineOf(row: readonly PlacedText[], page: number): TextLine {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  const spans: Span[] = [];
  for (const piece of [...row].sort((a, b) => a.left - b.left)) {
    text += text === '' ? '' : separator(piece.left - right, piece.size);
    const start = text.length;
    text += piece.text;
    spans.push({ start, end: text.length, box: boxAround(piece) });
    right = Math.max(right, piece.left + piece.width);
  }
  return { text, page, spans };
}

/** Letters closer than a fifth of their size belong together; a gap wider than their size is a column. */
function separator(gap: number, size: number): string {
  if (gap < size * 0.2) return '';
  return gap > size ? '  ' : ' ';
}

function boxAround({ left, baseline, width, size }: PlacedText): Box {
  return [left, baseline - size * 0.22, left + width, baseline + size * 0.78];
}
