import { text as readWhole } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { xmlText } from './xml-text.js';

/** Where the words of an office file stand, by the beginning of its type. */
const PARTS: readonly (readonly [type: string, parts: RegExp])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml', /^word\/(document|footnotes|header\d*)\.xml$/],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml', /^xl\/sharedStrings\.xml$/],
  ['application/vnd.openxmlformats-officedocument.presentationml', /^ppt\/slides\/slide\d+\.xml$/],
  ['application/vnd.oasis.opendocument', /^content\.xml$/],
];
// Paragraphs, headings, cells and rows of both families.
const LINE = /^(?:w:p|a:p|si|text:p|text:h|table:table-row)$/;
/** An unpacked part above this is no letter; the examination has refused bombs before. */
const LARGEST_PART = 100_000_000;

export function isOffice(mime: string): boolean {
  return partsOf(mime) !== undefined;
}

/** The words of a docx, xlsx, pptx or OpenDocument file in the order of its parts. */
export async function officeText(path: string, mime: string, most: number): Promise<string> {
  const parts = partsOf(mime);
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    let text = '';
    for await (const entry of zip.eachEntry()) {
      if (!parts?.test(entry.fileName) || entry.uncompressedSize > LARGEST_PART || text.length > most) continue;
      const xml = await readWhole(await zip.openReadStreamPromise(entry));
      text += `${xmlText(xml, (name) => LINE.test(name))}\n`;
    }
    return text;
  } finally {
    zip.close();
  }
}

function partsOf(mime: string): RegExp | undefined {
  return PARTS.find(([type]) => mime.startsWith(type))?.[1];
}
