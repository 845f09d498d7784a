import { resolveDictionary, resolveItems, type PdfDocument } from './document.js';
import { PdfFault } from './fault.js';
import {
  isKind,
  nameValue,
  numberValue,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from '../../platform/pdf/objects.js';

export interface PdfPage {
  readonly reference: PdfReference;
  readonly dictionary: PdfDictionary;
  /** What a reader shows, in the coordinates of the page: x and y of the lower left corner, width and height, in points. */
  readonly visible: Box;
  /** Clockwise turn when shown. */
  readonly rotation: 0 | 90 | 180 | 270;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Inherited {
  readonly mediaBox: PdfObject | undefined;
  readonly cropBox: PdfObject | undefined;
  readonly rotate: PdfObject | undefined;
}

// The largest real documents (land registers in one file) have some 10,000 pages.
const MOST_NODES = 100_000;

/** All pages in order (ISO 32000-2, 7.7.3). A page tree with a ring or of absurd size is a fault. */
export function readPages(pdf: PdfDocument): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const none: Inherited = { mediaBox: undefined, cropBox: undefined, rotate: undefined };
  const waiting: { node: PdfObject | undefined; inherited: Inherited }[] = [
    { node: pdf.catalog.entries.get('Pages'), inherited: none },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next;
    const dictionary = resolveDictionary(pdf, node);
    if (!isKind(node, 'reference') || dictionary === null) throw new PdfFault('damaged', 'a page is missing');
    if (seen.has(node.number)) throw new PdfFault('damaged', 'the page tree has a ring');
    if (seen.size >= MOST_NODES) throw new PdfFault('tooComplex', `more than ${MOST_NODES} pages`);
    seen.add(node.number);
    const inherited = inherit(dictionary, next.inherited);
    if (dictionary.entries.has('Kids')) {
      const kids = resolveItems(pdf, dictionary.entries.get('Kids')).map((kid) => ({ node: kid, inherited }));
      for (const kid of kids.reverse()) waiting.push(kid);
    } else if (nameValue(pdf.resolve(dictionary.entries.get('Type'))) === 'Page') {
      pages.push(pageOf(pdf, node, dictionary, inherited));
    }
  }
  return pages;
}

/** Box and rotation go down the tree until a node states its own (7.7.3.4). */
function inherit(node: PdfDictionary, from: Inherited): Inherited {
  return {
    mediaBox: node.entries.get('MediaBox') ?? from.mediaBox,
    cropBox: node.entries.get('CropBox') ?? from.cropBox,
    rotate: node.entries.get('Rotate') ?? from.rotate,
  };
}

function pageOf(pdf: PdfDocument, reference: PdfReference, dictionary: PdfDictionary, inherited: Inherited): PdfPage {
  // A page without MediaBox is damaged; readers show it as US letter.
  const media = readBox(pdf, inherited.mediaBox) ?? { x: 0, y: 0, width: 612, height: 792 };
  const crop = readBox(pdf, inherited.cropBox) ?? media;
  return { reference, dictionary, visible: intersection(media, crop), rotation: readRotation(pdf, inherited.rotate) };
}

function readBox(pdf: PdfDocument, object: PdfObject | undefined): Box | null {
  const [left, bottom, right, top] = resolveItems(pdf, object).map((item) => numberValue(pdf.resolve(item)));
  if (left == null || bottom == null || right == null || top == null) return null;
  const [x, y] = [Math.min(left, right), Math.min(bottom, top)];
  return { x, y, width: Math.abs(right - left), height: Math.abs(top - bottom) };
}

function readRotation(pdf: PdfDocument, object: PdfObject | undefined): PdfPage['rotation'] {
  const turn = (((numberValue(pdf.resolve(object)) ?? 0) % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

function intersection(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : one;
}
