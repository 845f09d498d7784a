import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { paragraphOf, type MarkBox } from '../../../server/contract/schwaerzung-views.js';
import { pageNearby } from '../document/page-nearby.js';
import type { PDFDocumentProxy } from '../document/pdf.js';
import type { Marking } from './marking.js';
import { boxesOf } from './words.js';

/** Shorter than this a drag was a click. */
const DRAG_PX = 4;

/** One page to be marked: the paper, what is marked on it, and the pointer that draws or chooses words. */
@Component({
  selector: 'lm-marking-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[style.width.px]': 'size().width * scale()',
    '[style.height.px]': 'size().height * scale()',
    '[attr.data-page]': 'number()',
    '(pointerdown)': 'begin($event)',
    '(pointermove)': 'drag($event)',
    '(pointerup)': 'end($event)',
    '(pointercancel)': 'box.set(null)',
  },
  template: `<div #layers class="layers" aria-hidden="true"></div>
    @for (mark of shown(); track $index) {
      <span
        class="mark"
        [class.preview]="look() === 'preview'"
        [style.left.px]="mark.left"
        [style.top.px]="mark.top"
        [style.width.px]="mark.width"
        [style.height.px]="mark.height"
        [attr.title]="mark.label"
        >{{ look() === 'preview' ? mark.label : '' }}</span
      >
    }
    @for (place of selected(); track $index) {
      <span
        class="cursor"
        [style.left.px]="place.left"
        [style.top.px]="place.top"
        [style.width.px]="place.width"
        [style.height.px]="place.height"
      ></span>
    }
    @if (box(); as drawn) {
      <span
        class="drawing"
        [style.left.px]="drawn.left"
        [style.top.px]="drawn.top"
        [style.width.px]="drawn.width"
        [style.height.px]="drawn.height"
      ></span>
    }`,
  styleUrl: './marking-page.css',
})
export class MarkingPage {
  readonly pdf = input.required<PDFDocumentProxy>();
  readonly number = input.required<number>();
  readonly scale = input.required<number>();
  readonly guess = input.required<{ width: number; height: number }>();
  readonly marking = input.required<Marking>();
  /** `preview`: marks are as black as they will be. */
  readonly look = input<'marks' | 'preview'>('marks');
  /** What the pointer does: choose words, or draw a rectangle. */
  readonly tool = input<'words' | 'area'>('words');

  private readonly layers = viewChild.required<ElementRef<HTMLElement>>('layers');
  private readonly drawn = pageNearby({
    pdf: this.pdf,
    number: this.number,
    scale: this.scale,
    layers: this.layers,
    shows: 'paper',
  });
  protected readonly size = computed(() => this.drawn()?.size ?? this.guess());
  protected readonly shown = computed(() => {
    const drawn = this.drawn();
    const own = this.marking()
      .marks()
      .filter(({ page }) => page === this.number());
    if (!drawn) return [];
    return own.flatMap((mark) => mark.boxes.map((box) => ({ ...drawn.rectangle(box), label: paragraphOf(mark) })));
  });
  protected readonly selected = computed(() => {
    const hit = this.marking().selected();
    const drawn = this.drawn();
    if (!drawn || hit?.page !== this.number() || this.look() === 'preview') return [];
    return boxesOf(this.marking().pages(), hit).map((box) => drawn.rectangle(box));
  });
  protected readonly box = signal<{ left: number; top: number; width: number; height: number } | null>(null);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private start: { x: number; y: number; word: number | null } | null = null;

  protected begin(event: PointerEvent): void {
    if (event.button !== 0 || this.look() === 'preview') return;
    const { x, y } = this.at(event);
    this.host.setPointerCapture(event.pointerId);
    this.start = { x, y, word: this.tool() === 'words' ? this.wordAt(x, y) : null };
    if (this.start.word !== null) this.marking().place(this.number(), this.start.word);
  }

  protected drag(event: PointerEvent): void {
    if (!this.start) return;
    const { x, y } = this.at(event);
    if (this.start.word !== null) {
      const word = this.wordAt(x, y);
      if (word !== null) this.marking().cursor.set({ page: this.number(), word, anchor: this.start.word });
      return;
    }
    const [left, top] = [Math.min(x, this.start.x), Math.min(y, this.start.y)];
    this.box.set({ left, top, width: Math.abs(x - this.start.x), height: Math.abs(y - this.start.y) });
  }

  protected end(event: PointerEvent): void {
    const [start, box] = [this.start, this.box()];
    this.start = null;
    this.box.set(null);
    if (!start) return;
    this.host.releasePointerCapture(event.pointerId);
    if (start.word !== null) return this.marking().toggle();
    const drawn = this.drawn();
    if (!drawn || !box || box.width < DRAG_PX || box.height < DRAG_PX) return;
    const [x1, y1] = drawn.userSpace(box.left, box.top);
    const [x2, y2] = drawn.userSpace(box.left + box.width, box.top + box.height);
    this.marking().addArea(this.number(), sorted(x1, y1, x2, y2));
  }

  private at(event: PointerEvent): { x: number; y: number } {
    const place = this.host.getBoundingClientRect();
    const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
    return { x: within(event.clientX - place.left, place.width), y: within(event.clientY - place.top, place.height) };
  }

  private wordAt(left: number, top: number): number | null {
    const drawn = this.drawn();
    if (!drawn) return null;
    const [x, y] = drawn.userSpace(left, top);
    const words = this.marking().pages()[this.number() - 1]?.words ?? [];
    const found = words.findIndex(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
    return found === -1 ? null : found;
  }
}

function sorted(x1: number, y1: number, x2: number, y2: number): MarkBox {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}
