import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChild,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  output,
  signal,
  TemplateRef,
  untracked,
} from '@angular/core';
import { Density } from '../density/density.js';
import { drawnGroups, topOf, totalHeight, type ListGroup } from './window.js';

let next = 0;

/** Of a group's heading in px where everything stands close together. */
const HEADING = 28;

/** More is asked for this many views before the end: at reading speed it is there before anybody arrives. */
const AHEAD_VIEWS = 2;

/**
 * A virtual list of rows in groups: one tab stop, the active row announced through `aria-activedescendant`, which
 * survives that rows leave the page. The row under the focus keeps its place when rows arrive above it.
 */
@Component({
  selector: 'lm-listbox',
  imports: [NgTemplateOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(scroll)': 'top.set(element.scrollTop)' },
  templateUrl: './listbox.html',
  styleUrl: './listbox.css',
})
export class Listbox<Item> {
  readonly groups = input.required<readonly ListGroup<Item>[]>();
  readonly label = input.required<string>();
  readonly idOf = input.required<(item: Item) => string>();
  /** Of a row in px where everything stands close together. */
  readonly rowHeight = input(52);
  readonly active = model<string | null>(null);
  readonly opened = output<string>();
  /** The view comes near the last loaded row: time to load more, if there is more. */
  readonly nearEnd = output();

  protected readonly row = contentChild.required<TemplateRef<{ $implicit: Item; active: boolean }>>(TemplateRef);
  protected readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly top = signal(0);
  protected readonly name = `list-${++next}`;
  private readonly density = inject(Density);
  protected readonly drawnHeight = computed(() => Math.round(this.rowHeight() * this.density.scale()));
  protected readonly headingHeight = computed(() => Math.round(HEADING * this.density.scale()));
  private readonly viewHeight = signal(800);
  private readonly heights = computed(() => ({ row: this.drawnHeight(), heading: this.headingHeight() }));
  protected readonly total = computed(() => totalHeight(this.groups(), this.heights()));
  protected readonly drawn = computed(() =>
    drawnGroups(this.groups(), this.heights(), { top: this.top(), height: this.viewHeight() }),
  );
  protected readonly ids = computed(() => this.groups().flatMap((group) => group.items.map(this.idOf())));
  protected readonly activeElement = computed(() => {
    const active = this.active();
    const shown = this.drawn().some((group) => group.drawn.some((item) => this.idOf()(item) === active));
    return shown ? `${this.name}-${active}` : null;
  });

  private readonly injector = inject(Injector);
  private activeTop: number | null = null;

  constructor() {
    const observer = new ResizeObserver(() => this.viewHeight.set(this.element.clientHeight));
    observer.observe(this.element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    effect(() => this.keepPlace());
    effect(() => {
      const left = this.total() - this.top() - this.viewHeight();
      if (this.total() > 0 && left < AHEAD_VIEWS * this.viewHeight()) untracked(() => this.nearEnd.emit());
    });
  }

  /** Moves the active row by `delta` rows; the ends hold. */
  move(delta: number): void {
    const ids = this.ids();
    const index = ids.indexOf(this.active() ?? '');
    this.choose(ids[Math.min(ids.length - 1, Math.max(0, index + delta))]);
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }

  /** Scrolls the row into view, where it is not. */
  reveal(id: string): void {
    const top = topOf(this.groups(), this.heights(), (item) => this.idOf()(item) === id);
    if (top === null) return;
    const { scrollTop, clientHeight } = this.element;
    // The heading above the first row of a group comes into view together with it.
    if (top - this.headingHeight() < scrollTop) this.element.scrollTop = top - this.headingHeight();
    else if (top + this.drawnHeight() > scrollTop + clientHeight) {
      this.element.scrollTop = top + this.drawnHeight() - clientHeight;
    }
  }

  protected key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.viewHeight() / this.drawnHeight()) - 1);
    const delta = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -1e9, End: 1e9 }[event.key];
    const active = this.active();
    // Enter opens, and goes on to the keys of the screen: on some screens it does more than that.
    if (event.key === 'Enter' && active !== null) this.opened.emit(active);
    if (delta === undefined) return;
    this.move(delta);
    event.preventDefault();
    event.stopPropagation();
  }

  protected choose(id: string | undefined): void {
    if (id === undefined) return;
    this.active.set(id);
    this.reveal(id);
  }

  private keepPlace(): void {
    const groups = this.groups();
    const active = untracked(() => this.active());
    const top = topOf(groups, this.heights(), (item) => this.idOf()(item) === active);
    const moved = top !== null && this.activeTop !== null ? top - this.activeTop : 0;
    this.activeTop = top;
    if (moved === 0 || this.element.scrollTop === 0) return;
    afterNextRender(() => (this.element.scrollTop += moved), { injector: this.injector });
  }
}
