import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon } from '../../../ui/icon/icon.js';
import { inView } from '../../document/in-view.js';
import type { PageLook } from './page-look.js';
import type { Page } from './page-order.js';
import { LOOKS } from './scan-words.js';
import { BOX, SmallPages } from './small-pages.js';

/** One page on the board: drawn when it comes into view, in its turn, and turned by the browser. */
@Component({
  selector: 'lm-page-card',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.left-out]': "page().state === 'leftOut'" },
  template: `@if (cuts()) {
      <!-- For the pointer; by keyboard it is S, and a button. -->
      <span class="cut" aria-hidden="true" [title]="cutHere" (click)="split.emit(); $event.stopPropagation()">
        <lm-icon name="content-cut" [size]="16" />
      </span>
    }
    <span class="visually-hidden">{{ name() }}</span>
    <span class="box" aria-hidden="true">
      <span #paper class="paper" [style.rotate.deg]="page().turn" [style.scale]="scale()"></span>
      @if (page().state === 'leftOut') {
        <span class="out"><lm-icon name="visibility-off" [size]="16" />{{ outWord }}</span>
      } @else if (found(); as look) {
        <span class="look" [title]="look.why">{{ look.chip }}</span>
      }
    </span>
    <span class="number" aria-hidden="true">{{ page().page }}</span>
    @if (source(); as fileName) {
      <span class="source" aria-hidden="true" [title]="fileName">{{ fileName }}</span>
    }`,
  styleUrl: './page-card.css',
})
export class PageCard {
  readonly page = input.required<Page>();
  /** What is heard of it; the rest is for the eye. */
  readonly name = input.required<string>();
  /** What it looks like, where that is no page of a letter. */
  readonly look = input.required<PageLook | null>();
  /** Name of its file, where pages of several lie here. */
  readonly source = input.required<string | null>();
  /** Whether a letter could begin here that does not yet. */
  readonly cuts = input.required<boolean>();
  readonly split = output();

  protected readonly cutHere = $localize`:@@scan.cutHere:Hier trennen (S)`;
  protected readonly outWord = $localize`:@@scan.leftOut:weggelassen`;
  protected readonly found = computed(() => {
    const look = this.look();
    return look && LOOKS[look];
  });
  private readonly size = signal(BOX);
  /** A page that lies across has to be smaller, or may be larger, to fill its box. */
  protected readonly scale = computed(() => {
    const { width, height } = this.size();
    return this.page().turn % 180 === 0 ? 1 : Math.min(BOX.width / height, BOX.height / width);
  });

  private readonly pages = inject(SmallPages);
  private readonly paper = viewChild.required<ElementRef<HTMLElement>>('paper');
  private readonly inView = inView();
  private readonly key = computed(() => this.page().key);

  constructor() {
    effect((onCleanup) => {
      this.key();
      const wanted = this.inView();
      const abort = new AbortController();
      onCleanup(() => abort.abort());
      untracked(() => {
        if (wanted) void this.draw(abort.signal);
        else this.paper().nativeElement.replaceChildren();
      });
    });
  }

  private async draw(abort: AbortSignal): Promise<void> {
    const canvas = await this.pages.draw(this.page(), abort);
    if (!canvas || abort.aborted) return;
    this.size.set({ width: parseFloat(canvas.style.width), height: parseFloat(canvas.style.height) });
    this.paper().nativeElement.replaceChildren(canvas);
  }
}
