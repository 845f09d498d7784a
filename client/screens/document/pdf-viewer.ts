import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { Alert } from '../../ui/alert/alert.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { PdfPage } from './pdf-page.js';
import { openedPdf } from './opened-pdf.js';
import type { ShownPlace } from './shown-place.js';

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

  private readonly opened = openedPdf(this.url);
  protected readonly pdf = this.opened.pdf;
  protected readonly broken = this.opened.broken;
  protected readonly guess = this.opened.guess;
  protected readonly numbers = this.opened.numbers;
  protected readonly scale = computed(() => {
    const zoom = this.zoom();
    if (zoom !== 'width') return (zoom * 96) / 72;
    return this.opened.widthScale();
  });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      const pages = this.pdf()?.numPages;
      if (pages !== undefined) this.page.emit({ page: 1, pages });
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

  private reveal(place: ShownPlace): void {
    const page = this.host.querySelectorAll<HTMLElement>('lm-pdf-page')[place.page - 1];
    if (!page) return;
    const top = page.offsetTop + page.offsetHeight - place.box[3] * this.scale();
    const visible = top > this.host.scrollTop + 24 && top < this.host.scrollTop + this.host.clientHeight - 80;
    if (!visible) this.host.scrollTo({ top: top - this.host.clientHeight / 3 });
  }
}
