import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import type { PageText } from './page-text.js';
import { pageAt } from './page-at.js';
import type { PdfState, Target } from './pdf-state.js';
import type { PdfText } from './pdf-text.js';
import { segmentsOf } from './segments.js';

/** While they are read, pages are shown so many at a time: each showing costs as much as the pages before it. */
const AT_ONCE = 25;

/** The words of a PDF without its paper: for whoever hears it, enlarges it far, or copies from it. The paper below follows. */
@Component({
  selector: 'lm-text-view',
  imports: [Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    tabindex: '0',
    '(scroll)': 'follow()',
    '(wheel)': 'wanted = null',
    '(touchmove)': 'wanted = null',
    '(keydown)': 'wanted = null',
  },
  templateUrl: './text-view.html',
  styleUrl: './text-view.css',
})
export class TextView {
  readonly state = input.required<PdfState>();

  protected readonly count = computed(() => this.state().text()?.pages ?? 1);
  protected readonly shown = computed(() => this.state().search.shown());
  protected readonly pages = computed(() => {
    const hits = this.state().search.byPage();
    return this.read().map(({ number, text }) => ({ number, segments: segmentsOf(text, hits.get(number) ?? []) }));
  });
  /** The page that was asked for and is not there yet; whoever scrolls meanwhile wants something else. */
  protected wanted: number | null = null;

  private readonly read = signal<readonly PageText[]>([]);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private pageInView = 1;
  /** Where the paper was sent from here: no news for the words themselves. */
  private told: Target | null = null;
  /** Id of the hit that was brought into view last. */
  private revealed: string | null = null;

  constructor() {
    effect(() => {
      const text = this.state().text();
      untracked(() => {
        this.wanted = this.state().page().page;
        this.read.set([]);
        if (text) void this.readAll(text);
      });
    });
    effect(() => {
      const target = this.state().target();
      if (target && target !== this.told) this.wanted = target.page;
    });
    afterRenderEffect(() => {
      this.pages();
      this.shown();
      this.state().target();
      this.reveal();
    });
    // The paper that had the focus lies below now.
    afterNextRender(() => {
      if (document.activeElement === document.body) this.host.focus();
    });
  }

  protected follow(): void {
    const pages = this.sections();
    if (pages.length === 0) return;
    const { scrollTop, clientHeight, scrollHeight } = this.host;
    const atEnd = scrollTop + clientHeight > scrollHeight - 2;
    const middle = scrollTop + clientHeight / 2;
    // The last pages may be too short to come to the middle.
    this.pageInView = atEnd ? pages.length : pageAt(pages.length, (index) => pages[index]?.offsetTop ?? 0, middle);
    if (this.wanted === null && this.pageInView !== this.state().page().page) {
      this.state().goTo({ page: this.pageInView });
      this.told = this.state().target();
    }
  }

  private async readAll(text: PdfText): Promise<void> {
    let pages: PageText[] = [];
    for (let number = 1; number <= text.pages; number += 1) {
      pages = [...pages, await text.page(number)];
      if (this.state().text() !== text) return;
      if (number % AT_ONCE === 0 || number === text.pages) this.read.set(pages);
    }
  }

  private reveal(): void {
    if (this.wanted === null) return;
    const section = this.sections()[this.wanted - 1];
    if (!section) return;
    const mark = section.querySelector('mark.shown');
    // Once for each hit: whoever scrolls on from it is not brought back.
    if (mark && this.shown() !== this.revealed) mark.scrollIntoView({ block: 'center' });
    else if (this.wanted !== this.pageInView) this.host.scrollTop = section.offsetTop;
    this.revealed = mark ? this.shown() : this.revealed;
    this.pageInView = this.wanted;
    this.wanted = null;
  }

  private sections(): HTMLElement[] {
    return [...this.host.querySelectorAll('section')];
  }
}
