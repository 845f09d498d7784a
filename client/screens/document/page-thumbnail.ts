import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { drawPage, type PageOnPaper } from './draw-page.js';
import type { DrawingQueue } from './drawing-queue.js';
import { inView } from './in-view.js';
import type { PDFDocumentProxy } from './pdf.js';

/** The box that a small page is drawn into, in px. */
const BOX = { width: 104, height: 136 };

/** One small page: drawn when it comes into view, in its turn, and given up when it leaves. */
@Component({
  selector: 'lm-page-thumbnail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `<div #layers class="layers"></div>`,
  styles: `
    :host {
      display: grid;
      place-items: center;
      width: 104px;
      height: 136px;
    }
    .layers:empty {
      width: 96px;
      height: 136px;
      background: var(--paper);
      box-shadow: var(--shadow-paper);
    }
    .layers ::ng-deep canvas {
      display: block;
      background: var(--paper);
      box-shadow: var(--shadow-paper);
    }
  `,
})
export class PageThumbnail {
  readonly pdf = input.required<PDFDocumentProxy>();
  readonly number = input.required<number>();
  readonly turn = input.required<number>();
  readonly queue = input.required<DrawingQueue>();

  private readonly layers = viewChild.required<ElementRef<HTMLElement>>('layers');
  private readonly inView = inView();

  constructor() {
    effect((onCleanup) => {
      const [wanted, pdf, number, turn] = [this.inView(), this.pdf(), this.number(), this.turn()];
      const abort = new AbortController();
      onCleanup(() => abort.abort());
      untracked(() => {
        if (wanted) void this.draw({ pdf, number, turn, scale: 1, shows: 'paper' }, abort.signal);
        else this.layers().nativeElement.replaceChildren();
      });
    });
  }

  private async draw(page: PageOnPaper, abort: AbortSignal): Promise<void> {
    const made = await this.queue().run(async () => drawSmall(page, abort), abort);
    const canvas = made?.layers[0];
    if (!canvas || abort.aborted) return;
    canvas.style.width = `${made.size.width * made.scale}px`;
    canvas.style.height = `${made.size.height * made.scale}px`;
    this.layers().nativeElement.replaceChildren(canvas);
  }
}

/** The page as large as the box allows. */
async function drawSmall(page: PageOnPaper, abort: AbortSignal) {
  const proxy = await page.pdf.getPage(page.number).catch(() => null);
  if (!proxy || abort.aborted) return null;
  const { width, height } = proxy.getViewport({ scale: 1, rotation: (proxy.rotate + page.turn) % 360 });
  const scale = Math.min(BOX.width / width, BOX.height / height);
  const drawn = await drawPage({ ...page, scale }, abort);
  return drawn && { ...drawn, scale };
}
