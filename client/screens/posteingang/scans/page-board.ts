import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { DragArea, type Dropped } from '../../../ui/drag/drag-area.js';
import { KeyMap } from '../../../ui/keys/key-map.js';
import { keyOf, PAGE_ACTS, type PageAct } from './page-acts.js';
import { PageCard } from './page-card.js';
import type { Letter, Page } from './page-order.js';
import { inRow, type Direction } from './page-walk.js';
import type { Rearranging } from './rearranging.js';
import { headingOf } from './scan-words.js';
import { SmallPages } from './small-pages.js';

/** All pages in their letters. One tab stop; the arrows go through the pages as they lie, the keys act on the chosen one. */
@Component({
  selector: 'lm-page-board',
  imports: [PageCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './page-board.html',
  styleUrl: './page-board.css',
  hostDirectives: [DragArea],
})
export class PageBoard {
  readonly work = input.required<Rearranging>();
  readonly act = output<PageAct>();

  protected readonly small = inject(SmallPages);
  private readonly keyMap = inject(KeyMap);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    inject(DragArea).dropped.subscribe((dropped) => this.put(dropped));
    afterRenderEffect(() => {
      const key = this.work().chosen();
      this.work().order();
      untracked(() => this.reveal(key));
    });
  }

  /** Puts the focus on the chosen page. */
  focus(): void {
    this.card(this.work().chosen())?.focus();
  }

  protected heading(letter: Letter): string {
    return headingOf(letter, this.work().numbers().get(letter.id) ?? null);
  }

  protected sourceOf({ source }: Page): string | null {
    const { scans } = this.work().order();
    return scans.length > 1 ? (scans[source]?.fileName ?? null) : null;
  }

  /** Also by the focus alone, as after a drag that was given up: the keys are about the page that has it. */
  protected choose({ key }: Page): void {
    if (key !== this.work().chosen()) this.work().choose(key);
  }

  protected key(event: KeyboardEvent): void {
    const name = keyOf(event);
    if (event.metaKey || (name.length === 1 && this.keyMap.letters() === 'off')) return;
    const act = PAGE_ACTS.find(({ keys }) => keys === name)?.act;
    const to = this.target(name);
    if (!act && to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (act) this.act.emit(act);
    else if (to) this.work().choose(to);
  }

  private put({ item, list, index }: Dropped): void {
    this.work().put(item, { letter: list === 'new' ? 'new' : Number(list), index });
  }

  /** The page that an arrow leads to; undefined where the key is none, null where it leads nowhere. */
  private target(name: string): string | null | undefined {
    const pages = this.work().pages();
    const at = pages.findIndex(({ key }) => key === this.work().chosen());
    switch (name) {
      case 'ArrowLeft':
        return pages[at - 1]?.key ?? null;
      case 'ArrowRight':
        return pages[at + 1]?.key ?? null;
      case 'Home':
        return pages[0]?.key ?? null;
      case 'End':
        return pages.at(-1)?.key ?? null;
      case 'ArrowUp':
      case 'ArrowDown':
        return this.inNextRow(name === 'ArrowUp' ? 'up' : 'down', at);
      default:
        return undefined;
    }
  }

  private inNextRow(direction: Direction, at: number): string | null {
    const cards = [...this.host.querySelectorAll<HTMLElement>('[data-key]')];
    const found = inRow(
      cards.map((card) => card.getBoundingClientRect()),
      at,
      direction,
    );
    return cards[found ?? -1]?.dataset['key'] ?? null;
  }

  /** A page that goes into another letter leaves the tree for a moment, and the focus with it: it comes back to where the page is. */
  private reveal(key: string): void {
    const card = this.card(key);
    const focused = document.activeElement;
    if (!focused || focused === document.body || this.host.contains(focused)) card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }

  private card(key: string): HTMLElement | null {
    return this.host.querySelector<HTMLElement>(`[data-key="${key}"]`);
  }
}
