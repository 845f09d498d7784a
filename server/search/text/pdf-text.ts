import type { PDFPageProxy } from 'pdfjs-dist/types/src/pdf.js';
import { openPdf } from '../../posteingang/examination/pdf/open-pdf.js';
import { pageLines, type PlacedText } from '../../posteingang/examination/pdf/page-lines.js';

/** A thousand pages take about 15 s, and the work has a limit; the rest of a longer file is not searchable. */
const MOST_PAGES = 1_000;

/** The text layer of a PDF, page by page. @throws on one that cannot be opened, an encrypted one too */
export async function pdfText(bytes: Buffer, most: number): Promise<string> {
  const opened = await openPdf(bytes);
  if (opened.kind !== 'open') throw new Error(`The PDF is ${opened.kind}`);
  try {
    let text = '';
    const pages = Math.min(opened.document.numPages, MOST_PAGES);
    for (let number = 1; number <= pages && text.length < most; number += 1) {
      const page = await opened.document.getPage(number);
      text += `${await textOf(page, number)}\n`;
      page.cleanup();
    }
    return text;
  } finally {
    await opened.close();
  }
}

async function textOf(page: PDFPageProxy, number: number): Promise<string> {
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): PlacedText[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, , , left = 0, baseline = 0] = item.transform as number[];
    return [{ text: item.str, left, baseline, width: item.width, size: Math.hypot(a, b) || item.height }];
  });
  return pageLines(pieces, number)
    .map((line) => line.text)
    .join('\n');
}
