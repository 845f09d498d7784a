import type { FileProperty, PropertyName } from '../../contract/reading-views.js';
import { openPdf } from '../../posteingang/examination/pdf/open-pdf.js';
import { linesOfPage } from '../../posteingang/examination/pdf/page-lines.js';
import { nothing, type Found } from './found.js';

/** Pages whose text is compared; 200 take about 3 s. */
const PAGES_READ = 200;

const NAMES: readonly (readonly [string, PropertyName])[] = [
  ['Title', 'title'],
  ['Subject', 'subject'],
  ['Author', 'author'],
  ['Keywords', 'keywords'],
  ['Creator', 'application'],
  ['Producer', 'producer'],
  ['CreationDate', 'created'],
  ['ModDate', 'modified'],
  ['PDFFormatVersion', 'format'],
];

/** The information dictionary and the text of a PDF. */
export async function readPdf(bytes: Buffer): Promise<Found> {
  const opened = await openPdf(bytes);
  if (opened.kind !== 'open') return nothing(opened.kind === 'encrypted' ? 'encrypted' : 'damaged');
  try {
    const { document } = opened;
    const info = (await document.getMetadata()).info as Record<string, unknown>;
    const properties: FileProperty[] = NAMES.flatMap(([key, name]) => {
      const value = info[key];
      return typeof value === 'string' ? [{ name, value: name === 'format' ? `PDF ${value}` : dated(value) }] : [];
    });
    const lines: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, PAGES_READ); number += 1) {
      const page = await document.getPage(number);
      lines.push(...(await linesOfPage(page, number)).map((line) => line.text));
      page.cleanup();
    }
    const text = lines.join('\n');
    return {
      properties: [...properties, { name: 'pages', value: String(document.numPages) }],
      text: text.trim() === '' ? null : text,
      unreadable: null,
    };
  } catch {
    return nothing('damaged');
  } finally {
    await opened.close();
  }
}

/** `D:20261103120000+01'00'` as people read it; anything else stays as it is. */
function dated(value: string): string {
  const match = /^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?/.exec(value);
  if (!match) return value;
  const [, year, month, day, hour, minute] = match;
  return `${year}-${month}-${day}${hour && minute ? ` ${hour}:${minute}` : ''}`;
}
