import { pdfLibrary, type PDFDocumentProxy } from './pdf.js';
import { structLayer, type StructNode } from './struct-layer.js';

export interface DrawnPage {
  /** Size of the page in PDF points. */
  readonly size: { readonly width: number; readonly height: number };
  /** Canvas, text layer and structure, in this order. */
  readonly layers: readonly HTMLElement[];
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
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  abort: AbortSignal,
): Promise<DrawnPage | null> {
  const library = await pdfLibrary();
  const page = await pdf.getPage(number);
  if (abort.aborted) return null;
  const viewport = page.getViewport({ scale });
  const canvas = canvasFor(viewport.width, viewport.height);
  const density = canvas.width / viewport.width;
  const task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  abort.addEventListener('abort', () => task.cancel(), { once: true });

  const textLayer = document.createElement('div');
  textLayer.className = 'text-layer';
  textLayer.style.setProperty('--total-scale-factor', String(scale));
  const text = new library.TextLayer({
    textContentSource: page.streamTextContent({ includeMarkedContent: true }),
    container: textLayer,
    viewport,
  });
  abort.addEventListener('abort', () => text.cancel(), { once: true });

  const [done, tree] = await Promise.all([
    Promise.all([task.promise, text.render()]).then(
      () => true,
      () => false,
    ),
    page.getStructTree().catch(() => null) as Promise<StructNode | null>,
  ]);
  // The library measures text in a canvas of its own at the end of the page; it is no content.
  document.querySelector('.hiddenCanvasElement')?.setAttribute('aria-hidden', 'true');
  if (!done && abort.aborted) return null;
  const plain = page.getViewport({ scale: 1 });
  return {
    size: { width: plain.width, height: plain.height },
    layers: [canvas, textLayer, ...(tree ? [structLayer(tree)] : [])],
    rectangle: (box) => rectangleOf(viewport.convertToViewportRectangle([...box]) as number[]),
    userSpace: (left, top) => {
      const [x = 0, y = 0] = viewport.convertToPdfPoint(left, top) as number[];
      return [x, y];
    },
  };
}

function canvasFor(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  // More than two pixels per CSS pixel cannot be seen, but cost memory by the square.
  const density = Math.min(2, Math.max(1, devicePixelRatio));
  canvas.width = Math.floor(width * density);
  canvas.height = Math.floor(height * density);
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

function rectangleOf(corners: readonly number[]): Rectangle {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners;
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
