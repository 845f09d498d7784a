import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Replacement } from './register-parts.js';

/** What makes a page visible. Everything else of it stays behind: scripts, private data of programs, links into its old file. */
const PAGE_ENTRIES = new Set(
  'Type Parent MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Resources Contents Group Annots'.split(' '),
);

/** Annotations that are drawn on the page. Attached files, sounds, films and links are not. */
const DRAWN = new Set(
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Ink Widget'.split(
    ' ',
  ),
);
const ANNOTATION_ENTRIES = 'Type Subtype Rect AP AS F C CA BS Border Contents'.split(' ');
/** Hidden and NoView (ISO 32000-2, table 167). */
const NOT_SHOWN = 2 | 32;

/**
 * Opens a PDF whose pages shall be copied, with nothing left on them that acts or hides.
 * @returns why its pages cannot be taken as they are, where that is so
 */
export async function openForCopy(bytes: Uint8Array): Promise<PDFDocument | Replacement> {
  let source: PDFDocument;
  try {
    source = await PDFDocument.load(bytes, { updateMetadata: false });
    if (source.getPageCount() === 0) return 'damaged';
  } catch (error) {
    return String(error).includes('encrypted') ? 'encrypted' : 'damaged';
  }
  try {
    if (hidesLayers(source)) return 'layers';
    if (isDynamicForm(source)) return 'dynamicForm';
    for (const page of source.getPages()) cleanPage(page.node);
    return source;
  } catch {
    return 'damaged';
  }
}

/** A copied page knows nothing of the layers of its file: what was switched off there would appear. */
function hidesLayers(source: PDFDocument): boolean {
  const settings = dictionaryAt(dictionaryAt(source.catalog, 'OCProperties'), 'D');
  const off = settings?.lookup(PDFName.of('OFF'));
  const base = settings?.lookup(PDFName.of('BaseState'));
  return (off instanceof PDFArray && off.size() > 0) || base === PDFName.of('OFF');
}

/** Its pages are drawn by a program (XFA); the file itself holds only "please wait". */
function isDynamicForm(source: PDFDocument): boolean {
  return source.catalog.lookup(PDFName.of('NeedsRendering')) === PDFBool.True;
}

function cleanPage(node: PDFDict): void {
  for (const key of node.keys()) if (!PAGE_ENTRIES.has(nameOf(key))) node.delete(key);
  const annotations = node.lookup(PDFName.of('Annots'));
  node.delete(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  const kept = annotations
    .asArray()
    .map((entry) => node.context.lookup(entry))
    .filter((entry): entry is PDFDict => entry instanceof PDFDict)
    .flatMap(drawnAnnotation);
  if (kept.length > 0) node.set(PDFName.of('Annots'), node.context.obj(kept));
}

/** Only how it looks. A field of a form becomes a stamp: without its form it would not be drawn. */
function drawnAnnotation(annotation: PDFDict): PDFDict[] {
  const subtype = annotation.lookup(PDFName.of('Subtype'));
  const flags = annotation.lookup(PDFName.of('F'));
  if (!(subtype instanceof PDFName) || !DRAWN.has(nameOf(subtype))) return [];
  if (flags instanceof PDFNumber && (flags.asNumber() & NOT_SHOWN) !== 0) return [];
  const entries: Record<string, PDFObject> = {};
  for (const name of ANNOTATION_ENTRIES) {
    const value = annotation.get(PDFName.of(name));
    if (value) entries[name] = value;
  }
  if (nameOf(subtype) === 'Widget') {
    if (!entries['AP']) return [];
    entries['Subtype'] = PDFName.of('Stamp');
  }
  return [annotation.context.obj(entries)];
}

function dictionaryAt(from: PDFDict | undefined, name: string): PDFDict | undefined {
  const found = from?.lookup(PDFName.of(name));
  return found instanceof PDFDict ? found : undefined;
}

function nameOf(name: PDFName): string {
  return name.decodeText();
}
