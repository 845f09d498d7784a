import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { drawPage, pixelDensity } from '../../document/draw-page.js';
import { DrawingQueue } from '../../document/drawing-queue.js';
import { openPdf, type PDFDocumentLoadingTask, type PDFDocumentProxy } from '../../document/pdf.js';
import { lookOf, type PageLook } from './page-look.js';
import type { Page, Scan } from './page-order.js';

/** The box that a small page is drawn into, in CSS px. */
export const BOX = { width: 144, height: 192 };
/** Px of a drawing for one of CSS, on every screen: what a page is must not depend on where it is looked at. */
const SHARPNESS = 2;
/** Two at a time: more would only wait for each other in the worker of the library. */
const AT_ONCE = 2;
/** Drawings at hand for the next time that their page comes into view: 440 kB each, so some 65 MB. */
const KEPT = 150;

/** The pages of the scans, small. Each file is opened once; what looks blank or separates letters is found out on the way. */
@Injectable()
export class SmallPages {
  /** Pages that look like none of a letter, by their keys, as far as they have been looked at. */
  readonly looks = signal<ReadonlyMap<string, PageLook>>(new Map());
  /** Scans whose file cannot be shown. */
  readonly broken = signal<ReadonlySet<number>>(new Set());

  private readonly queue = new DrawingQueue(AT_ONCE);
  private readonly tasks: PDFDocumentLoadingTask[] = [];
  private readonly files = new Map<number, Promise<PDFDocumentProxy | null>>();
  private readonly drawings = new Map<string, HTMLCanvasElement>();
  private readonly seen = new Set<string>();
  private readonly end = new AbortController();
  private looking: Promise<void> = Promise.resolve();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.end.abort();
      for (const task of this.tasks) void task.destroy();
    });
  }

  /** Begins to load a scan, once; its source is its place among the scans. */
  open(source: number, { eingangId }: Scan, pages: readonly Page[]): void {
    if (this.files.has(source)) return;
    this.files.set(source, this.load(source, eingangId));
    this.looking = this.looking.then(() => this.lookThrough(pages));
  }

  /** The file of a source; null where it cannot be shown. */
  file(source: number): Promise<PDFDocumentProxy | null> {
    return this.files.get(source) ?? Promise.resolve(null);
  }

  /** The page as it lies in the file, drawn or at hand; null where it was aborted or cannot be shown. */
  async draw(page: Page, abort: AbortSignal): Promise<HTMLCanvasElement | null> {
    const kept = this.drawings.get(page.key);
    if (kept) return kept;
    const pdf = await this.file(page.source);
    return pdf && this.queue.run(() => this.drawNow(pdf, page, abort), abort);
  }

  private async load(source: number, eingangId: string): Promise<PDFDocumentProxy | null> {
    const task = await openPdf(`/api/posteingang/${eingangId}/original`);
    this.tasks.push(task);
    // Closed while the library was on its way.
    if (this.end.signal.aborted) void task.destroy();
    return task.promise.catch(() => {
      if (!this.end.signal.aborted) this.broken.update((broken) => new Set([...broken, source]));
      return null;
    });
  }

  /** Looks at the pages that nobody has scrolled to, one after the other; what comes into view goes first. */
  private async lookThrough(pages: readonly Page[]): Promise<void> {
    for (const page of pages) {
      if (this.end.signal.aborted) return;
      if (!this.seen.has(page.key)) await this.draw(page, this.end.signal);
    }
  }

  private async drawNow(pdf: PDFDocumentProxy, page: Page, abort: AbortSignal): Promise<HTMLCanvasElement | null> {
    const proxy = await pdf.getPage(page.page).catch(() => null);
    if (!proxy || abort.aborted) return null;
    const { width, height } = proxy.getViewport({ scale: 1 });
    const fit = Math.min(BOX.width / width, BOX.height / height);
    const scale = (fit * SHARPNESS) / pixelDensity();
    const drawn = await drawPage({ pdf, number: page.page, scale, turn: 0, shows: 'paper' }, abort);
    // Pictures of 300 dpi are let go at once: three hundred of them would fill the memory.
    proxy.cleanup();
    const canvas = drawn?.layers[0];
    if (!(canvas instanceof HTMLCanvasElement)) return null;
    canvas.style.width = `${width * fit}px`;
    canvas.style.height = `${height * fit}px`;
    this.keep(page.key, canvas);
    return canvas;
  }

  private keep(key: string, canvas: HTMLCanvasElement): void {
    this.drawings.set(key, canvas);
    const oldest = this.drawings.keys().next().value;
    if (this.drawings.size > KEPT && oldest !== undefined) this.drawings.delete(oldest);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    const look = pixels && lookOf(pixels);
    if (look) this.looks.update((looks) => new Map([...looks, [key, look]]));
  }
}
