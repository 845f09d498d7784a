import { openPdf } from '../../posteingang/examination/pdf/open-pdf.js';
import { linesOfPage } from '../../posteingang/examination/pdf/page-lines.js';

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
      const lines = await linesOfPage(page, number);
      text += `${lines.map((line) => line.text).join('\n')}\n`;
      page.cleanup();
    }
    return text;
  } finally {
    await opened.close();
  }
}
