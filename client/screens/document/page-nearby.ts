import { DestroyRef, effect, type ElementRef, inject, signal, type Signal, untracked } from '@angular/core';
import { drawPage, type DrawnPage, type PageOnPaper } from './draw-page.js';
import { inView } from './in-view.js';
import type { PDFDocumentProxy } from './pdf.js';

export interface PageToDraw {
  readonly pdf: Signal<PDFDocumentProxy>;
  readonly number: Signal<number>;
  /** CSS px per PDF point. */
  readonly scale: Signal<number>;
  /** Where the paper is turned: by how many degrees. */
  readonly turn?: Signal<number>;
  /** Where its layers are put. */
  readonly layers: Signal<ElementRef<HTMLElement>>;
  /** `paper`: the picture alone, without text to select and structure to hear. */
  readonly shows: 'everything' | 'paper';
}

/**
 * A page that is drawn when the host of the component comes near the view, and cleared when it is far. Call it in an
 * injection context.
 * @returns what was drawn last; null before the first time
 */
export function pageNearby({ pdf, number, scale, turn, layers, shows }: PageToDraw): Signal<DrawnPage | null> {
  // One and a half screens ahead: paper is there before it scrolls into view, memory stays small.
  const near = inView('1200px 0px');
  const drawn = signal<DrawnPage | null>(null);
  let abort = new AbortController();

  function draw(page: PageOnPaper): void {
    abort.abort();
    const mine = (abort = new AbortController());
    void drawPage(page, mine.signal).then((made) => {
      if (!made || mine.signal.aborted) return;
      layers().nativeElement.replaceChildren(...made.layers);
      drawn.set(made);
    });
  }

  function clear(): void {
    abort.abort();
    layers().nativeElement.replaceChildren();
  }

  inject(DestroyRef).onDestroy(() => abort.abort());
  effect(() => {
    const isNear = near();
    const page = { pdf: pdf(), number: number(), scale: scale(), turn: turn?.() ?? 0, shows };
    untracked(() => (isNear ? draw(page) : clear()));
  });
  return drawn.asReadonly();
}
