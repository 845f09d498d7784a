import { drawPage, pixelDensity, type DrawnPage } from './draw-page.js';
import type { PDFDocumentProxy } from './pdf.js';

/** Dots per inch: letters are sharp on paper, and a page of A4 is some 200 kB. */
const DPI = 150;
/** Rows of this class stand in the print style; everything else of the page is left out while they are there. */
const PAGES = 'print-pages';

export interface Printing {
  readonly pdf: PDFDocumentProxy;
  readonly from: number;
  readonly to: number;
  /** What comes onto the paper beside what the file says; given a canvas and how many of its px are a point of the page. */
  readonly paint: (page: number, context: CanvasRenderingContext2D, drawn: DrawnPage, scale: number) => void;
  readonly progress: (done: number) => void;
}

/**
 * Hands pages to the printer as pictures: the page of the application would print its panes, and a PDF opened by the browser
 * would print nothing of what lies in our own layers. Ends when the person has closed the dialog of the browser.
 * @returns how many pages could be drawn; 0 where it was aborted
 */
export async function printPages({ pdf, from, to, paint, progress }: Printing, abort: AbortSignal): Promise<number> {
  const pictures: HTMLImageElement[] = [];
  const urls: string[] = [];
  try {
    for (let number = from; number <= to; number += 1) {
      const scale = DPI / 72 / pixelDensity();
      const drawn = await drawPage({ pdf, number, scale, turn: 0, shows: 'paper' }, abort);
      if (abort.aborted) return 0;
      const canvas = drawn?.layers[0];
      if (!drawn || !(canvas instanceof HTMLCanvasElement)) continue;
      const context = canvas.getContext('2d');
      if (context) {
        context.setTransform(pixelDensity(), 0, 0, pixelDensity(), 0, 0);
        paint(number, context, drawn, scale);
      }
      const picture = await pictureOf(canvas);
      urls.push(picture.src);
      pictures.push(picture);
      progress(number - from + 1);
    }
    if (abort.aborted) return 0;
    await printAlone(pictures);
    return urls.length;
  } finally {
    for (const url of urls) URL.revokeObjectURL(url);
  }
}

/** Hands these to the printer, one a sheet, and nothing else of the page. Ends when the dialog of the browser is closed. */
export async function printAlone(sheets: readonly Element[]): Promise<void> {
  const pages = document.createElement('div');
  pages.className = PAGES;
  pages.append(...sheets);
  document.body.append(pages);
  try {
    await printed();
  } finally {
    pages.remove();
  }
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const picture = new Image();
  picture.alt = '';
  // An empty picture where the browser has no memory left: the other pages are still printed.
  picture.src = URL.createObjectURL(blob ?? new Blob());
  // Frees the memory of the large canvas now, not when somebody collects it.
  canvas.width = 0;
  await picture.decode().catch(() => undefined);
  return picture;
}

/** Firefox answers before its dialog is closed, so the event counts and not the call. */
function printed(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('afterprint', () => resolve(), { once: true });
    print();
  });
}
