import { pdfLibrary, type PageViewport, type PDFDocumentProxy, type PDFPageProxy } from './pdf.js';
import { structLayer, type StructNode } from './struct-layer.js';

export interface PageOnPaper {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** CSS px per PDF point. */
  readonly scale: number;
  /** By how many degrees it is turned clockwise, beyond what the file says. */
  readonly turn: number;
  /** `paper`: the picture alone, without text to select and structure to hear. */
  readonly shows: 'everything' | 'paper';
}

export interface DrawnPage {
  /** By how many degrees it was turned when it was drawn. */
  readonly turn: number;
  /** Size of the page in PDF points. */
  readonly size: { readonly width: number; readonly height: number };
  /** Canvas, text layer and structure, in this order; the canvas alone where only paper was asked for. */
  readonly layers: readonly HTMLElement[];
  /** Boxes of the fields that carry a signature and show it. */
  readonly signatures: readonly (readonly [number, number, number, number])[];
  /** A box of PDF user space in CSS px from the upper left corner. */
  rectangle(box: readonly [number, number, number, number]): Rectangle;
  /** The way back: a point in CSS px from the upper left corner, in PDF user space. */
  userSpace(left: number, top: number): readonly [number, number];
}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws one page; null when it was cancelled or the page cannot be drawn. */
export async function drawPage(
  { pdf, number, scale, turn, shows }: PageOnPaper,
  abort: AbortSignal,
): Promise<DrawnPage | null> {
  // Whoever leaves the Dokument closes the file, also while a page of it is asked for.
  const page = await pdf.getPage(number).catch(() => null);
  if (!page || abort.aborted) return null;
  const rotation = (page.rotate + turn) % 360;
  const viewport = page.getViewport({ scale, rotation });
  const canvas = canvasFor(viewport.width, viewport.height);
  const density = canvas.width / viewport.width;
  const task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  abort.addEventListener('abort', () => task.cancel(), { once: true });
  const words = shows === 'paper' ? Promise.resolve([]) : readable(page, viewport, abort);
  const [done, layers, signatures] = await Promise.all([
    task.promise.then(
      () => true,
      () => false,
    ),
    words,
    shows === 'paper' ? [] : signatureFields(page),
  ]);
  if (!done && abort.aborted) return null;
  const plain = page.getViewport({ scale: 1, rotation });
  return {
    turn,
    size: { width: plain.width, height: plain.height },
    layers: [canvas, ...layers],
    signatures,
    rectangle: (box) => rectangleOf(viewport.convertToViewportRectangle([...box]) as number[]),
    userSpace: (left, top) => {
      const [x = 0, y = 0] = viewport.convertToPdfPoint(left, top) as number[];
      return [x, y];
    },
  };
}

async function signatureFields(page: PDFPageProxy): Promise<DrawnPage['signatures']> {
  const fields = (await page.getAnnotations().catch(() => [])) as readonly FormField[];
  // A signature that was made without a picture has a field without a size.
  return fields.flatMap(({ fieldType, rect }) =>
    fieldType === 'Sig' && rect && rect[2] - rect[0] > 1 && rect[3] - rect[1] > 1 ? [rect] : [],
  );
}

/** What the library says of a field of a form. */
interface FormField {
  readonly fieldType?: string;
  readonly rect?: readonly [number, number, number, number];
}

/** Text to select and structure to hear. */
async function readable(page: PDFPageProxy, viewport: PageViewport, abort: AbortSignal): Promise<HTMLElement[]> {
  const library = await pdfLibrary();
  const textLayer = document.createElement('div');
  textLayer.className = 'text-layer';
  textLayer.style.setProperty('--total-scale-factor', String(viewport.scale));
  const text = new library.TextLayer({
    textContentSource: page.streamTextContent({ includeMarkedContent: true }),
    container: textLayer,
    viewport,
  });
  abort.addEventListener('abort', () => text.cancel(), { once: true });
  const [, tree] = await Promise.all([
    text.render().catch(() => undefined),
    page.getStructTree().catch(() => null) as Promise<StructNode | null>,
  ]);
  // The library measures text in a canvas of its own at the end of the page; it is no content.
  document.querySelector('.hiddenCanvasElement')?.setAttribute('aria-hidden', 'true');
  return [textLayer, ...(tree ? [structLayer(tree)] : [])];
}

/** Pixels of a canvas per CSS pixel. More than two cannot be seen, but cost memory by the square. */
export function pixelDensity(): number {
  return Math.min(2, Math.max(1, devicePixelRatio));
}

function canvasFor(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const density = pixelDensity();
  canvas.width = Math.floor(width * density);
  canvas.height = Math.floor(height * density);
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

function rectangleOf(corners: readonly number[]): Rectangle {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners;
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
