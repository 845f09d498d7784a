import { computed, signal } from '@angular/core';
import { firstStep, stepBack, stepTo } from './order-steps.js';
import type { PageAct } from './page-acts.js';
import type { PageLook } from './page-look.js';
import {
  addScan,
  allPages,
  figures,
  leaveOut,
  movePage,
  type Page,
  type PageOrder,
  type PlaceInLetter,
  putPage,
  type Scan,
  splitAtSeparators,
  splitOrJoin,
  startOrder,
  startOver,
  toggleLeftOut,
  turnPage,
  unchanged,
} from './page-order.js';
import { letterNumbers, nameOfPage, whatHappens } from './scan-words.js';

/** The pages of some scans while somebody puts them into letters: with a chosen page and a way back. */
export class Rearranging {
  private readonly steps;
  /** Key of the page that the keys and buttons are about. */
  readonly chosen = signal('0-1');
  /** Spoken after each act: where the chosen page is now. */
  readonly said = signal('');
  readonly order = computed(() => this.steps().now);
  readonly numbers = computed(() => letterNumbers(this.order()));
  readonly pages = computed(() => allPages(this.order()));
  readonly page = computed(() => this.pages().find(({ key }) => key === this.chosen()) ?? null);
  readonly figures = computed(() => figures(this.order()));
  readonly unchanged = computed(() => unchanged(this.order()));
  /** Whether the chosen page begins a letter that could be joined with one before. */
  readonly begins = computed(() => this.order().letters.some(({ pages }) => pages[0]?.key === this.chosen()));
  readonly first = computed(() => this.pages()[0]?.key === this.chosen());
  readonly last = computed(() => this.pages().at(-1)?.key === this.chosen());
  readonly canUndo = computed(() => this.steps().before.length > 0);

  constructor(scan: Scan) {
    this.steps = signal(firstStep(startOrder(scan)));
  }

  /** Does what a button or its key means. @returns whether there was anything to do */
  perform(act: Exclude<PageAct, 'elsewhere'>, key = this.chosen()): boolean {
    this.chosen.set(key);
    if (act === 'undo') return this.back();
    return this.step(CHANGES[act](this.order(), key));
  }

  put(key: string, place: PlaceInLetter): void {
    this.chosen.set(key);
    this.step(putPage(this.order(), key, place));
  }

  leaveOut(keys: ReadonlySet<string>): void {
    this.step(leaveOut(this.order(), keys));
  }

  /** Takes every proposal over in one step; what is spoken is what has become of the whole pile. */
  splitAt(separators: ReadonlySet<string>): void {
    if (this.step(splitAtSeparators(this.order(), separators))) this.said.set(whatHappens(this.figures()));
  }

  /** Takes another scan in; its first page is chosen. */
  add(scan: Scan): void {
    if (this.step(addScan(this.order(), scan))) this.choose(`${this.order().scans.length - 1}-1`);
  }

  choose(key: string): void {
    this.chosen.set(key);
    this.said.set('');
  }

  /** How a page is called, by everything that a person can see of it. */
  nameOf(page: Page, look: PageLook | null): string {
    const letter = this.order().letters.find(({ pages }) => pages.includes(page));
    return nameOfPage(this.order(), page, this.numbers().get(letter?.id ?? 0) ?? null, look);
  }

  private step(next: PageOrder): boolean {
    const changed = next !== this.order();
    this.steps.update((steps) => stepTo(steps, next));
    if (changed) this.sayWhere();
    return changed;
  }

  private back(): boolean {
    if (!this.canUndo()) return false;
    this.steps.update(stepBack);
    // The scan of the chosen page may have been taken in by the step that is taken back.
    if (!this.page()) this.chosen.set(this.pages()[0]?.key ?? '');
    this.sayWhere();
    return true;
  }

  private sayWhere(): void {
    const page = this.page();
    this.said.set(page ? this.nameOf(page, null) : '');
  }
}

const CHANGES: Readonly<Record<Exclude<PageAct, 'elsewhere' | 'undo'>, (order: PageOrder, key: string) => PageOrder>> =
  {
    split: splitOrJoin,
    before: (order, key) => movePage(order, key, -1),
    after: (order, key) => movePage(order, key, 1),
    turn: turnPage,
    leaveOut: toggleLeftOut,
    startOver,
  };
