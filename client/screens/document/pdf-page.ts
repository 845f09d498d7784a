import { ChangeDetectionStrategy, Component, computed, type ElementRef, input, output, viewChild } from '@angular/core';
import type { PDFDocumentProxy } from './pdf.js';
import { pageNearby } from './page-nearby.js';
import type { ShownPlace } from './shown-place.js';

/** One page of paper: drawn when it comes near the view, with text to select, structure to hear and places to press. */
@Component({
  selector: 'lm-pdf-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[style.width.px]': 'size().width * scale()',
    '[style.height.px]': 'size().height * scale()',
    '[attr.aria-label]': 'label()',
    role: 'region',
  },
  template: `<div #layers class="layers"></div>
    @for (place of marks(); track place.id) {
      <button
        type="button"
        class="place"
        tabindex="-1"
        [class.active]="place.id === active()"
        [style.left.px]="place.left"
        [style.top.px]="place.top"
        [style.width.px]="place.width"
        [style.height.px]="place.height"
        [attr.aria-label]="place.label + ': ' + place.text"
        [title]="place.label"
        (click)="chosen.emit(place.id)"
      >
        @if (place.id === active()) {
          <span class="tag">{{ place.label }}</span>
        }
      </button>
    }`,
  styleUrl: './pdf-page.css',
})
export class PdfPage {
  readonly pdf = input.required<PDFDocumentProxy>();
  readonly number = input.required<number>();
  /** CSS px per PDF point. */
  readonly scale = input.required<number>();
  /** By how many degrees it is turned. */
  readonly turn = input(0);
  /** Size of the first page in points: what a page measures until it has been read. */
  readonly guess = input.required<{ width: number; height: number }>();
  readonly places = input<readonly ShownPlace[]>([]);
  readonly active = input<string | null>(null);
  readonly chosen = output<string>();

  private readonly layers = viewChild.required<ElementRef<HTMLElement>>('layers');
  private readonly drawn = pageNearby({
    pdf: this.pdf,
    number: this.number,
    scale: this.scale,
    turn: this.turn,
    layers: this.layers,
    shows: 'everything',
  });
  protected readonly label = computed(
    () => $localize`:@@document.pageLabel:Seite ${this.number()}:page: von ${this.pdf().numPages}:pages:`,
  );
  protected readonly size = computed(() => {
    const drawn = this.drawn();
    if (!drawn) return this.guess();
    // Between turning and drawing anew the page already has its new shape: what lies below must not jump twice.
    const { width, height } = drawn.size;
    return (drawn.turn - this.turn()) % 180 === 0 ? drawn.size : { width: height, height: width };
  });
  protected readonly marks = computed(() => {
    const drawn = this.drawn();
    if (!drawn) return [];
    return this.places().map((place) => ({ ...place, ...drawn.rectangle(place.box) }));
  });
}
