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
  viewChild,
} from '@angular/core';
import type { PDFDocumentProxy } from './pdf.js';
import { drawPage, type DrawnPage } from './draw-page.js';
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
  /** Size of the first page in points: what a page measures until it has been read. */
  readonly guess = input.required<{ width: number; height: number }>();
  readonly places = input<readonly ShownPlace[]>([]);
  readonly active = input<string | null>(null);
  readonly chosen = output<string>();

  protected readonly label = computed(
    () => $localize`:@@document.pageLabel:Seite ${this.number()}:page: von ${this.pdf().numPages}:pages:`,
  );
  protected readonly size = computed(() => this.drawn()?.size ?? this.guess());
  protected readonly marks = computed(() => {
    const drawn = this.drawn();
    if (!drawn) return [];
    return this.places().map((place) => ({ ...place, ...drawn.rectangle(place.box) }));
  });

  private readonly layers = viewChild.required<ElementRef<HTMLElement>>('layers');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly near = signal(false);
  private readonly drawn = signal<DrawnPage | null>(null);
  private cancel = () => {};

  constructor() {
    // One and a half screens ahead: paper is there before it scrolls into view, memory stays small.
    const observer = new IntersectionObserver(
      (entries) => this.near.set(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: '1200px 0px' },
    );
    observer.observe(this.host);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      this.cancel();
    });
    effect(() => {
      const [near, pdf, number, scale] = [this.near(), this.pdf(), this.number(), this.scale()];
      untracked(() => (near ? this.draw(pdf, number, scale) : this.clear()));
    });
  }

  private draw(pdf: PDFDocumentProxy, number: number, scale: number): void {
    this.cancel();
    const abort = new AbortController();
    this.cancel = () => abort.abort();
    void drawPage(pdf, number, scale, abort.signal).then((drawn) => {
      if (!drawn || abort.signal.aborted) return;
      this.layers().nativeElement.replaceChildren(...drawn.layers);
      this.drawn.set(drawn);
    });
  }

  private clear(): void {
    this.cancel();
    this.layers().nativeElement.replaceChildren();
  }
}
