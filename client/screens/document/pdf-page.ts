import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { MarkBox } from '../../../server/contract/schwaerzung-views.js';
import { Icon } from '../../ui/icon/icon.js';
import type { Rectangle } from './draw-page.js';
import type { PDFDocumentProxy } from './pdf.js';
import { pageNearby } from './page-nearby.js';
import type { PageOverlay } from './page-overlays.js';
import type { ShownPlace } from './shown-place.js';

/** One page of paper: drawn when it comes near the view, with text to select, structure to hear and places to press. */
@Component({
  selector: 'lm-pdf-page',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[style.width.px]': 'size().width * drawnScale()',
    '[style.height.px]': 'size().height * drawnScale()',
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
    }
    @for (mark of overlaid(); track mark.id) {
      @for (box of mark.rectangles; track $index) {
        <span
          class="overlay"
          [class]="mark.kind"
          [class.chosen]="mark.id === chosenNote()"
          [style.left.px]="box.left"
          [style.top.px]="box.top"
          [style.width.px]="box.width"
          [style.height.px]="box.height"
        ></span>
      }
      @if (mark.label; as label) {
        <button
          type="button"
          class="pin"
          tabindex="-1"
          [class.chosen]="mark.id === chosenNote()"
          [style.left.px]="mark.pin.left"
          [style.top.px]="mark.pin.top"
          [attr.aria-label]="label"
          [title]="label"
          (click)="noteChosen.emit(mark.id)"
        >
          <lm-icon [name]="mark.kind === 'highlight' ? 'ink-highlighter' : 'sticky-note-2'" [size]="16" />
        </button>
      }
    }
    @if (stamp(); as words) {
      <p class="stamp" [style.font-size.px]="9 * drawnScale()">
        @for (line of words; track $index) {
          <span>{{ line }}</span>
        }
      </p>
    }`,
  styleUrl: './pdf-page.css',
})
export class PdfPage {
  readonly pdf = input.required<PDFDocumentProxy>();
  readonly number = input.required<number>();
  /** CSS px per PDF point. */
  readonly scale = input.required<number>();
  /** CSS px that it may be wide: a page that lies across among upright ones is drawn smaller than they are. */
  readonly widest = input(Number.POSITIVE_INFINITY);
  /** By how many degrees it is turned. */
  readonly turn = input(0);
  /** Size of the first page in points: what a page measures until it has been read. */
  readonly guess = input.required<{ width: number; height: number }>();
  readonly places = input<readonly ShownPlace[]>([]);
  readonly active = input<string | null>(null);
  /** What lies over the paper: annotations, and what is marked to be redacted. */
  readonly overlays = input<readonly PageOverlay[]>(NONE);
  /** Whether the fields that carry a signature are shown as such. */
  readonly signatures = input<'shown' | 'hidden'>('hidden');
  /** Lines of the stamp on this page; null: there is none. */
  readonly stamp = input<readonly string[] | null>(null);
  readonly chosenNote = input<string | null>(null);
  readonly chosen = output<string>();
  readonly noteChosen = output<string>();

  private readonly layers = viewChild.required<ElementRef<HTMLElement>>('layers');
  private readonly drawn = pageNearby({
    pdf: this.pdf,
    number: this.number,
    scale: computed(() => this.drawnScale()),
    turn: this.turn,
    layers: this.layers,
    shows: 'everything',
  });
  readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
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
  readonly drawnScale = computed(() => Math.min(this.scale(), this.widest() / this.size().width));
  protected readonly marks = computed(() => {
    const drawn = this.drawn();
    if (!drawn) return [];
    return this.places().map((place) => ({ ...place, ...drawn.rectangle(place.box) }));
  });
  protected readonly overlaid = computed(() => {
    const drawn = this.drawn();
    if (!drawn) return [];
    const fields = this.signatures() === 'shown' ? drawn.signatures : [];
    const paper = { width: this.size().width * this.drawnScale(), height: this.size().height * this.drawnScale() };
    return [...this.overlays(), ...fields.map(asOverlay)].map((overlay, index) => {
      const rectangles = overlay.boxes.map((box) => drawn.rectangle(box));
      return { ...overlay, rectangles, pin: pinAt(rectangles[0], index, paper) };
    });
  });

  /** Where rectangles of the window lie on this page, in PDF user space; empty while it is not drawn. */
  boxesOf(rectangles: readonly Rectangle[]): MarkBox[] {
    const [drawn, edge] = [this.drawn(), this.element.getBoundingClientRect()];
    if (!drawn) return [];
    return rectangles.map(({ left, top, width, height }) => {
      const [x1, y1] = drawn.userSpace(left - edge.left, top - edge.top);
      const [x2, y2] = drawn.userSpace(left - edge.left + width, top - edge.top + height);
      return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
    });
  }
}

const NONE: readonly PageOverlay[] = [];
const PIN = 24;

function asOverlay(box: readonly [number, number, number, number], index: number) {
  return { id: `signature ${index}`, kind: 'signature', boxes: [box], label: null } as const;
}

/** Behind the first line of what is meant; a note to the whole page at its upper edge. Never outside of the paper. */
function pinAt(
  first: Rectangle | undefined,
  index: number,
  paper: { readonly width: number; readonly height: number },
) {
  const wanted = first
    ? { left: first.left + first.width, top: first.top - PIN / 4 }
    : { left: 8 + index * PIN, top: 8 };
  const within = (value: number, most: number) => Math.max(0, Math.min(value, most - PIN));
  return { left: within(wanted.left, paper.width), top: within(wanted.top, paper.height) };
}
