import {
  afterRenderEffect,
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
import { openedPdf } from './opened-pdf.js';
import { pageAt } from './page-at.js';
import { PdfPage } from './pdf-page.js';
import type { PdfState, Target } from './pdf-state.js';
import type { ShownPlace } from './shown-place.js';

/** Px between two sheets that lie beside each other; also in the style. */
const BETWEEN = 16;

/** All pages of a PDF below each other, or two and two; the active place scrolls into view. */
@Component({
  selector: 'lm-pdf-viewer',
  imports: [Alert, PdfPage, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    tabindex: '0',
    '[class.pairs]': "state().sheets() === 'pairs'",
    '(scroll)': 'reportPage()',
    '(wheel)': 'jump = null',
    '(touchmove)': 'jump = null',
    '(pointerdown)': 'jump = null',
    '(keydown)': 'jump = null',
  },
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
          [turn]="state().turn()"
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
      position: relative;
      display: flex;
      flex-direction: column;
      align-items: safe center;
      gap: 16px;
      min-height: 0;
      padding: 12px;
      overflow: auto;
      background: var(--desk);
    }
    :host(.pairs) {
      display: grid;
      grid-template-columns: auto auto;
      justify-content: safe center;
      align-content: start;
      align-items: start;
    }
    lm-alert,
    lm-skeleton {
      grid-column: 1 / -1;
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
  readonly state = input.required<PdfState>();
  readonly places = input<readonly ShownPlace[]>([]);
  readonly active = input<string | null>(null);
  readonly chosen = output<string>();

  private readonly opened = openedPdf(this.url);
  protected readonly pdf = this.opened.pdf;
  protected readonly broken = this.opened.broken;
  protected readonly guess = computed(() => {
    const { width, height } = this.opened.guess();
    return this.state().turn() % 180 === 0 ? { width, height } : { width: height, height: width };
  });
  protected readonly numbers = this.opened.numbers;
  protected readonly scale = computed(() => {
    const zoom = this.state().zoom();
    if (zoom !== 'width') return (zoom * 96) / 72;
    const width = this.opened.width();
    const room = this.state().sheets() === 'pairs' ? (width - BETWEEN) / 2 : width;
    return Math.max(0.2, room / this.guess().width);
  });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Which part of the page lies at the upper edge: zooming and turning must not lose the place. */
  private within: number | null = null;
  /**
   * Where the last jump went, until the person scrolls: a page that cannot come to the middle is still the one that was asked
   * for, also while pages around it are drawn and turn out to have another size.
   */
  protected jump: number | null = null;

  constructor() {
    effect(() => {
      const pdf = this.pdf();
      this.jump = null;
      this.within = null;
      this.state().pdf.set(pdf);
      if (pdf) untracked(() => this.state().page.set({ page: 1, pages: pdf.numPages }));
    });
    effect(() => this.state().zoomNow.set((this.scale() * 72) / 96));
    effect(() => {
      const place = this.places().find((candidate) => candidate.id === this.active());
      if (place && this.pdf()) untracked(() => this.reveal(place, 'where it is not in view'));
    });
    afterRenderEffect(() => {
      this.scale();
      this.state().turn();
      this.state().sheets();
      untracked(() => this.keepPlace());
    });
    afterRenderEffect(() => {
      const target = this.state().target();
      if (target && this.pdf()) untracked(() => this.reveal(target, 'in any case'));
    });
  }

  protected placesOf(page: number): readonly ShownPlace[] {
    return this.places().filter((place) => place.page === page);
  }

  protected reportPage(): void {
    const pages = this.pages();
    if (pages.length === 0) return;
    const { scrollTop, clientHeight } = this.host;
    const page =
      this.jump ?? pageAt(pages.length, (index) => pages[index]?.offsetTop ?? 0, scrollTop + clientHeight / 2);
    const shown = pages[page - 1];
    if (shown) this.within = (scrollTop - shown.offsetTop) / shown.offsetHeight;
    this.state().page.set({ page, pages: pages.length });
  }

  private keepPlace(): void {
    const shown = this.pages()[this.state().page().page - 1];
    if (shown && this.within !== null) this.host.scrollTop = shown.offsetTop + this.within * shown.offsetHeight;
  }

  private reveal({ page: number, box }: Target, when: 'where it is not in view' | 'in any case'): void {
    const page = this.pages()[number - 1];
    if (!page) return;
    const { scrollTop, clientHeight } = this.host;
    // On paper that has been turned the page is near enough.
    const edge = box && this.state().turn() === 0 ? page.offsetHeight - box[3] * this.scale() : null;
    const top = page.offsetTop + (edge ?? 0);
    const visible = top > scrollTop + 24 && top < scrollTop + clientHeight - 80;
    if (when === 'where it is not in view' && visible) return;
    this.host.scrollTo({ top: edge === null ? top - 12 : top - clientHeight / 3, behavior: 'instant' });
    this.jump = number;
    this.reportPage();
  }

  private pages(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('lm-pdf-page')];
  }
}
