import { computed, DestroyRef, effect, ElementRef, inject, signal, type Signal, untracked } from '@angular/core';
import { openPdf, type PDFDocumentLoadingTask, type PDFDocumentProxy } from './pdf.js';

/** Space left and right of the paper in px. */
const DESK = 12;

export interface OpenedPdf {
  readonly pdf: Signal<PDFDocumentProxy | null>;
  /** Damaged, encrypted or gone. */
  readonly broken: Signal<boolean>;
  /** Size of the first page in points: what a page measures until it has been read. */
  readonly guess: Signal<{ readonly width: number; readonly height: number }>;
  readonly numbers: Signal<readonly number[]>;
  /** CSS px of the desk that paper may fill. */
  readonly width: Signal<number>;
  /** CSS px per PDF point with which the paper fills the desk. */
  readonly widthScale: Signal<number>;
}

/**
 * A PDF whose pages lie below each other on the desk that is the host of the component; another address opens another one.
 * Call it in an injection context.
 *
 * @param library opens the file at an address
 */
export function openedPdf(url: () => string, library: typeof openPdf = openPdf): OpenedPdf {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const pdf = signal<PDFDocumentProxy | null>(null);
  const broken = signal(false);
  const guess = signal({ width: 595, height: 842 });
  const width = signal(600);
  let task: PDFDocumentLoadingTask | null = null;
  let opening = 0;

  function close(): number {
    void task?.destroy();
    task = null;
    return ++opening;
  }

  async function open(address: string): Promise<void> {
    const turn = close();
    pdf.set(null);
    broken.set(false);
    const mine = await library(address);
    // Else another one was wanted, or none any more, before the library was there.
    if (turn === opening) task = mine;
    else void mine.destroy();
    try {
      const opened = await mine.promise;
      const first = await opened.getPage(1);
      if (task !== mine) return;
      const { width: paper, height } = first.getViewport({ scale: 1 });
      guess.set({ width: paper, height });
      pdf.set(opened);
    } catch {
      // The viewer says so; a task destroyed by us is no news.
      if (task === mine) broken.set(true);
    }
  }

  const observer = new ResizeObserver(() => width.set(host.clientWidth || 600));
  observer.observe(host);
  inject(DestroyRef).onDestroy(() => {
    observer.disconnect();
    close();
  });
  const room = computed(() => width() - 2 * DESK);
  effect(() => {
    const address = url();
    untracked(() => void open(address));
  });
  return {
    pdf: pdf.asReadonly(),
    broken: broken.asReadonly(),
    guess: guess.asReadonly(),
    numbers: computed(() => Array.from({ length: pdf()?.numPages ?? 0 }, (_, index) => index + 1)),
    width: room,
    widthScale: computed(() => Math.max(0.2, room() / guess().width)),
  };
}
