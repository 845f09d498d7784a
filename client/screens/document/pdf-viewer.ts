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
  viewChildren,
} from '@angular/core';
import type { MarkBox } from '../../../server/contract/schwaerzung-views.js';
import { Alert } from '../../ui/alert/alert.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import type { LayerName, NotedPlace } from './document-layers.js';
import { openedPdf } from './opened-pdf.js';
import { pageAt } from './page-at.js';
import { linesOf } from './page-boxes.js';
import { overlaysByPage, type PageOverlay } from './page-overlays.js';
import { PdfPage } from './pdf-page.js';
import type { PdfState, Target } from './pdf-state.js';
import { stampLines } from './receipt-stamp.js';
import type { ShownPlace } from './shown-place.js';

/** Edge of a note that was put somewhere by a click, in points. */
const NOTE = 18;
/** As many as the server takes. */
const MOST_BOXES = 100;
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
    '(pointerdown)': 'press()',
    '(keydown)': 'jump = null',
    '(keydown.escape)': 'stopPointing($event)',
    '(click)': 'point($event)',
    '(document:selectionchange)': 'select()',
    '[class.pointing]': "state().pointing() === 'place'",
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
          [widest]="widest()"
          [turn]="state().turn()"
          [guess]="guess()"
          [places]="placesOf(number)"
          [active]="active()"
          [overlays]="overlays().get(number) ?? none"
          [signatures]="signatures()"
          [stamp]="number === 1 ? stamp() : null"
          [chosenNote]="layers()?.active() ?? null"
          (chosen)="chosen.emit($event)"
          (noteChosen)="noteChosen.emit($event)"
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
    :host(.pointing) {
      cursor: crosshair;
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
  readonly noteChosen = output<string>();

  protected readonly none: readonly PageOverlay[] = [];
  protected readonly layers = computed(() => this.state().layers());
  private readonly view = computed(() => this.layers()?.view.value() ?? null);
  private readonly wanted = computed(() => this.layers()?.wanted() ?? new Set<LayerName>());
  protected readonly overlays = computed(() => {
    const { hits, shown } = this.state().search;
    return overlaysByPage(this.view(), this.wanted(), { hits: hits(), shown: shown() });
  });
  protected readonly signatures = computed(() => (this.wanted().has('signatures') ? 'shown' : 'hidden'));
  protected readonly stamp = computed(() => {
    const receipt = this.wanted().has('receipt') ? this.view()?.receipt : null;
    return receipt ? stampLines(receipt) : null;
  });
  private readonly drawnPages = viewChildren(PdfPage);
  private readonly opened = openedPdf(this.url);
  protected readonly pdf = this.opened.pdf;
  protected readonly broken = this.opened.broken;
  protected readonly guess = computed(() => {
    const { width, height } = this.opened.guess();
    return this.state().turn() % 180 === 0 ? { width, height } : { width: height, height: width };
  });
  protected readonly numbers = this.opened.numbers;
  /** CSS px that there are for one page. */
  private readonly room = computed(() => {
    const width = this.opened.width();
    return this.state().sheets() === 'pairs' ? (width - BETWEEN) / 2 : width;
  });
  protected readonly widest = computed(() =>
    this.state().zoom() === 'width' ? this.room() : Number.POSITIVE_INFINITY,
  );
  protected readonly scale = computed(() => {
    const zoom = this.state().zoom();
    return zoom === 'width' ? Math.max(0.2, this.room() / this.guess().width) : (zoom * 96) / 72;
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

  /** Where the text lies that was selected last; null where there is none, or its page is no longer drawn. */
  selectedPlace(): NotedPlace | null {
    const range = this.state().selected();
    const page = range && this.drawnPages().find(({ element }) => range.intersectsNode(element));
    if (!page) return null;
    const { left, top, right, bottom } = page.element.getBoundingClientRect();
    // Text that goes on over the page is marked to its end: an annotation stands on one page.
    const inside = [...range.getClientRects()].filter(
      (piece) =>
        piece.left >= left - 1 && piece.top >= top - 1 && piece.right <= right + 1 && piece.bottom <= bottom + 1,
    );
    const boxes = page.boxesOf(linesOf(inside)).slice(0, MOST_BOXES);
    return boxes.length === 0 ? null : { page: page.number(), boxes, from: 'text' };
  }

  protected select(): void {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !this.host.contains(selection.anchorNode)) return;
    this.state().selected.set(selection.getRangeAt(0).cloneRange());
  }

  /** On the paper a press begins something new: to scroll, or to select. */
  protected press(): void {
    this.jump = null;
    this.state().selected.set(null);
  }

  protected stopPointing(event: Event): void {
    if (this.state().pointing() === 'nothing') return;
    event.preventDefault();
    event.stopPropagation();
    this.state().pointing.set('nothing');
  }

  protected point(event: MouseEvent): void {
    if (this.state().pointing() === 'nothing' || !(event.target instanceof Node)) return;
    const { target, clientX: left, clientY: top } = event;
    const page = this.drawnPages().find(({ element }) => element.contains(target));
    const [at] = page?.boxesOf([{ left, top, width: 0, height: 0 }]) ?? [];
    if (!page || !at) return;
    this.state().pointing.set('nothing');
    const box: MarkBox = [at[0] - NOTE / 2, at[1] - NOTE / 2, at[0] + NOTE / 2, at[1] + NOTE / 2];
    this.layers()?.noting.set({ kind: 'new', place: { page: page.number(), boxes: [box], from: 'point' } });
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
    const scale = this.drawnPages()[number - 1]?.drawnScale() ?? this.scale();
    const edge = box && this.state().turn() === 0 ? page.offsetHeight - box[3] * scale : null;
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
