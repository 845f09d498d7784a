import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { drawPage } from '../../document/draw-page.js';
import { DrawingQueue } from '../../document/drawing-queue.js';
import type { Page } from './page-order.js';
import { SmallPages } from './small-pages.js';

/** Space around the paper in px. */
const ROOM = 32;

/** The chosen page, large enough to read who wrote: where a letter begins is seen in its head. */
@Component({
  selector: 'lm-close-up',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `<div #paper class="paper"></div>`,
  styles: `
    :host {
      display: grid;
      place-items: center;
      min-width: 0;
      min-height: 0;
      overflow: hidden;
      border-left: 1px solid var(--line);
      background: var(--desk);
    }
    .paper ::ng-deep canvas {
      display: block;
      background: var(--paper);
      box-shadow: var(--shadow-paper);
    }
  `,
})
export class CloseUp {
  readonly page = input.required<Page>();

  private readonly small = inject(SmallPages);
  private readonly paper = viewChild.required<ElementRef<HTMLElement>>('paper');
  private readonly room = signal({ width: 0, height: 0 });
  /** Whoever holds an arrow down sees the page where they stop; those that were passed are never drawn. */
  private readonly queue = new DrawingQueue(1);
  private readonly picture = computed(() => {
    const { source, page, turn } = this.page();
    return `${source} ${page} ${turn}`;
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const observer = new ResizeObserver(() =>
      this.room.set({ width: host.clientWidth - ROOM, height: host.clientHeight - ROOM }),
    );
    observer.observe(host);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    effect((onCleanup) => {
      this.picture();
      const { width } = this.room();
      const abort = new AbortController();
      onCleanup(() => abort.abort());
      if (width > 0) untracked(() => void this.show(this.page(), abort.signal));
    });
  }

  private async show({ source, page: number, turn }: Page, abort: AbortSignal): Promise<void> {
    const pdf = await this.small.file(source);
    const proxy = await pdf?.getPage(number).catch(() => null);
    if (!pdf || !proxy || abort.aborted) return;
    const { width, height } = proxy.getViewport({ scale: 1, rotation: (proxy.rotate + turn) % 360 });
    const scale = Math.min(this.room().width / width, this.room().height / height);
    const drawn = await this.queue.run(() => drawPage({ pdf, number, scale, turn, shows: 'paper' }, abort), abort);
    const canvas = drawn?.layers[0];
    if (!canvas || abort.aborted) return;
    canvas.style.width = `${width * scale}px`;
    canvas.style.height = `${height * scale}px`;
    this.paper().nativeElement.replaceChildren(canvas);
  }
}
