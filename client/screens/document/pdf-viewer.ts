import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { Alert } from '../../ui/alert/alert.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { PdfPage } from './pdf-page.js';
import { openPdf, type PDFDocumentLoadingTask, type PDFDocumentProxy } from './pdf.js';
import type { ShownPlace } from './shown-place.js';

/** Space left and right of the paper in px. */
const DESK = 12;

/** All pages of a PDF below each other; the active place scrolls into view. */
@Component({
  selector: 'lm-pdf-viewer',
  imports: [Alert, PdfPage, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(scroll)': 'reportPage()', tabindex: '0' },
  template: `@if (broken()) {
      <lm-alert kind="danger" title="Dieses PDF lässt sich nicht anzeigen." i18n-title="@@document.broken">
        <p i18n="@@document.brokenRemedy">Bitte laden Sie es herunter. Die Bytes sind unverändert gespeichert.</p>
      </lm-alert>
    } @else if (pdf(); as opened) {
      @for (number of numbers(); track number) {
        <lm-pdf-page
          [pdf]="opened"
          [number]="number"
          [scale]="scale()"
          [guess]="guess()"
          [places]="placesOf(number)"
          [active]="active()"
          (chosen)="chosen.emit($event)"
        />
      }
    } @else {
      <lm-skeleton [lines]="10" />
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: safe center;
      gap: 16px;
      min-height: 0;
      padding: 12px;
      overflow: auto;
      background: var(--desk);
    }
    lm-skeleton {
      width: 100%;
      min-height: 60vh;
      padding: 48px;
      background: var(--paper);
      color-scheme: light;
    }
  `,
})
export class PdfViewer {
  readonly url = input.required<string>();
  /** `width`: the paper fills the pane; a number is the zoom in CSS px per point at 96 dpi (1 = 100 %). */
  readonly zoom = input<'width' | number>('width');
  readonly places = input<readonly ShownPlace[]>([]);
  readonly active = input<string | null>(null);
  readonly chosen = output<string>();
  /** Page in view and number of pages. */
  readonly page = output<{ page: number; pages: number }>();
  readonly zoomed = output<number>();

  protected readonly pdf = signal<PDFDocumentProxy | null>(null);
  protected readonly broken = signal(false);
  protected readonly guess = signal({ width: 595, height: 842 });
  protected readonly numbers = computed(() =>
    Array.from({ length: this.pdf()?.numPages ?? 0 }, (_, index) => index + 1),
  );
  protected readonly scale = computed(() => {
    const zoom = this.zoom();
    if (zoom !== 'width') return (zoom * 96) / 72;
    return Math.max(0.2, (this.width() - 2 * DESK) / this.guess().width);
  });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly width = signal(600);
  private task: PDFDocumentLoadingTask | null = null;

  constructor() {
    const observer = new ResizeObserver(() => this.width.set(this.host.clientWidth || 600));
    observer.observe(this.host);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      void this.task?.destroy();
    });
    effect(() => {
      const url = this.url();
      untracked(() => void this.open(url));
    });
    effect(() => this.zoomed.emit((this.scale() * 72) / 96));
    effect(() => {
      const place = this.places().find((candidate) => candidate.id === this.active());
      if (place && this.pdf()) untracked(() => this.reveal(place));
    });
  }

  protected placesOf(page: number): readonly ShownPlace[] {
    return this.places().filter((place) => place.page === page);
  }

  protected reportPage(): void {
    const pages = [...this.host.querySelectorAll('lm-pdf-page')];
    const middle = this.host.getBoundingClientRect().top + this.host.clientHeight / 2;
    const page = pages.findLastIndex((element) => element.getBoundingClientRect().top <= middle) + 1;
    this.page.emit({ page: Math.max(1, page), pages: pages.length });
  }

  private async open(url: string): Promise<void> {
    void this.task?.destroy();
    this.pdf.set(null);
    this.broken.set(false);
    const task = await openPdf(url);
    this.task = task;
    try {
      const pdf = await task.promise;
      const first = await pdf.getPage(1);
      if (this.task !== task) return;
      const { width, height } = first.getViewport({ scale: 1 });
      this.guess.set({ width, height });
      this.pdf.set(pdf);
      this.page.emit({ page: 1, pages: pdf.numPages });
    } catch {
      // Damaged, encrypted or gone: the viewer says so and offers the bytes; a task destroyed by us is no news.
      if (this.task === task) this.broken.set(true);
    }
  }

  private reveal(place: ShownPlace): void {
    const page = this.host.querySelectorAll<HTMLElement>('lm-pdf-page')[place.page - 1];
    if (!page) return;
    const top = page.offsetTop + page.offsetHeight - place.box[3] * this.scale();
    const visible = top > this.host.scrollTop + 24 && top < this.host.scrollTop + this.host.clientHeight - 80;
    if (!visible) this.host.scrollTo({ top: top - this.host.clientHeight / 3 });
  }
}
