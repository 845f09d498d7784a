import { embedFont, flateStream } from './embed-font.js';
import { loadFont, type FontWeight } from './truetype.js';
import { array, dictionary, name, real, textString, type PdfObject, type PdfReference } from './objects.js';
import type { DrawnPage } from './drawing.js';
import { pageContent } from './page-content.js';
import { createPdfFile, type PdfFile } from './pdf-file.js';
import { drawable } from './text-lines.js';

export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: 'de-DE' | 'en-GB';
  /** null: the bytes tell no time, so that equal content has an equal hash on any day. */
  readonly createdAt: Date | null;
}

/**
 * Writes a PDF 1.7 with embedded letters, title, language and structure for screen readers. Equal input gives equal
 * bytes. Pages that carry nothing but a picture get no structure: they are what a scanner delivers.
 */
export function composePdf(info: PdfInfo, pages: readonly DrawnPage[]): Uint8Array {
  const file = createPdfFile();
  const fonts = embedFonts(file, pages);
  const pageTree = file.reserve();
  const structure = file.reserve();
  const written = pages.map((page, index) => addPage(file, page, { pageTree, structure, fonts, index }));
  file.set(
    pageTree,
    dictionary({ Type: name('Pages'), Kids: array(written.map(({ reference }) => reference)), Count: pages.length }),
  );
  const elements = written.flatMap((page) => page.elements);
  file.set(structure, structureTree(file, structure, written));
  const root: Record<string, PdfObject> = {
    Type: name('Catalog'),
    Pages: pageTree,
    Lang: textString(info.language),
    ViewerPreferences: dictionary({ DisplayDocTitle: true }),
  };
  if (elements.length > 0) {
    root['MarkInfo'] = dictionary({ Marked: true });
    root['StructTreeRoot'] = structure;
  }
  const description = file.add(
    dictionary({
      Title: textString(info.title),
      Author: textString(info.author),
      Producer: textString('Laufmappe'),
      ...(info.createdAt ? { CreationDate: textString(pdfDate(info.createdAt)) } : {}),
    }),
  );
  return file.write(file.add(dictionary(root)), description);
}

interface PageParts {
  readonly pageTree: PdfReference;
  readonly structure: PdfReference;
  readonly fonts: ReadonlyMap<FontWeight, PdfReference>;
  readonly index: number;
}

interface WrittenPage {
  readonly reference: PdfReference;
  readonly elements: readonly PdfReference[];
}

function addPage(file: PdfFile, page: DrawnPage, { pageTree, structure, fonts, index }: PageParts): WrittenPage {
  const images = page.items.flatMap((item) => (item.kind === 'image' ? [file.add(imageObject(item))] : []));
  const { content, marked } = pageContent(page);
  const reference = file.reserve();
  const elements = marked.map((role, mark) =>
    file.add(dictionary({ Type: name('StructElem'), S: name(role), P: structure, Pg: reference, K: mark })),
  );
  file.set(
    reference,
    dictionary({
      Type: name('Page'),
      Parent: pageTree,
      MediaBox: array([0, 0, real(page.width), real(page.height)]),
      Resources: dictionary({
        Font: dictionary(Object.fromEntries([...fonts].map(([weight, font]) => [weight, font]))),
        XObject: dictionary(Object.fromEntries(images.map((image, number) => [`Image${number}`, image]))),
      }),
      Contents: file.add(flateStream(Buffer.from(content, 'latin1'), {})),
      StructParents: index,
      Tabs: name('S'),
    }),
  );
  return { reference, elements };
}

/** One flat list of elements under the root, in reading order, and the way back from each mark to its element. */
function structureTree(file: PdfFile, structure: PdfReference, pages: readonly WrittenPage[]): PdfObject {
  const elements = pages.flatMap((page) => page.elements);
  const numbers = pages.flatMap((page, index) => [index, array([...page.elements])]);
  const body = file.add(
    dictionary({ Type: name('StructElem'), S: name('Document'), P: structure, K: array(elements) }),
  );
  return dictionary({
    Type: name('StructTreeRoot'),
    K: body,
    ParentTree: file.add(dictionary({ Nums: array(numbers) })),
    ParentTreeNextKey: pages.length,
  });
}

function imageObject({ columns, rows, nibbles }: Extract<DrawnPage['items'][number], { kind: 'image' }>): PdfObject {
  return flateStream(nibbles, {
    Type: name('XObject'),
    Subtype: name('Image'),
    Width: columns,
    Height: rows,
    ColorSpace: name('DeviceGray'),
    BitsPerComponent: 4,
  });
}

/** Only the weights that are used, each with only its letters. */
function embedFonts(file: PdfFile, pages: readonly DrawnPage[]): Map<FontWeight, PdfReference> {
  const letters = new Map<FontWeight, string>();
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.kind !== 'text') continue;
    for (const { weight, text } of item.runs) letters.set(weight, (letters.get(weight) ?? '') + drawable(text));
  }
  const used = [...letters].sort(([a], [b]) => a.localeCompare(b));
  return new Map(used.map(([weight, text]) => [weight, embedFont(loadFont(weight), text, file.add)]));
}

function pdfDate(instant: Date): string {
  return `D:${instant.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}
