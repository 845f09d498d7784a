import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { IconButton } from '../../ui/button/icon-button.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { SHORTEST } from './find-words.js';
import type { PdfState } from './pdf-state.js';
import { type Hit, MOST_HITS } from './text-search.js';

/** As long as in every other list that is searched while somebody types. */
const PAUSE_MS = 150;
/** Reading that is over before is not told of. */
const SLOW_MS = 400;

/** Words of the open document: typed here, found page by page, listed with what stands around them, shown on the paper. */
@Component({
  selector: 'lm-search-panel',
  imports: [IconButton, Listbox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './search-panel.html',
  styleUrl: './search-panel.css',
})
export class SearchPanel {
  readonly state = input.required<PdfState>();
  /** A hit was opened, not only passed. */
  readonly chosen = output();

  protected readonly search = computed(() => this.state().search);
  protected readonly idOf = ({ id }: Hit) => id;
  protected readonly slow = signal(false);
  protected readonly groups = computed(() =>
    [...this.search().byPage()].map(([page, items]) => ({
      id: String(page),
      label: $localize`:@@document.pageNumber:Seite ${page}:page:`,
      items,
    })),
  );
  protected readonly result = computed(() => {
    const { hits, words, state, read, place } = this.search();
    if (words().trim().length < SHORTEST)
      return words() === '' ? '' : $localize`:@@document.findShort:Mindestens zwei Zeichen.`;
    if (state() !== 'done') return '';
    const { pages, without } = read();
    return [countOf(hits().length, place()), unreadable(without, pages)].filter(Boolean).join(' ');
  });
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly list = viewChild<Listbox<Hit>>(Listbox);
  private pause: ReturnType<typeof setTimeout> | undefined;
  private slowness: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.state().asked();
      const field = this.field().nativeElement;
      field.focus();
      field.select();
    });
    // Another paper, and the same words.
    effect(() => {
      if (this.state().text()) untracked(() => this.start());
    });
    effect(() => {
      const { shown, hits } = this.search();
      const hit = hits().find(({ id }) => id === shown());
      const [box] = hit?.boxes ?? [];
      if (hit) untracked(() => this.state().goTo({ page: hit.page, ...(box ? { box } : {}) }));
    });
    effect(() => {
      const [shown, list] = [this.search().shown(), this.list()];
      if (shown !== null && list) untracked(() => list.reveal(shown));
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.pause);
      clearTimeout(this.slowness);
      this.search().end();
    });
  }

  protected type(words: string): void {
    clearTimeout(this.pause);
    this.search().words.set(words);
    this.pause = setTimeout(() => this.start(), PAUSE_MS);
  }

  protected step(event: Event, direction: 1 | -1): void {
    event.preventDefault();
    event.stopPropagation();
    this.search().step(direction);
  }

  private start(): void {
    const text = this.state().text();
    const words = this.search().words();
    clearTimeout(this.slowness);
    this.slow.set(false);
    if (!text || words.trim().length < SHORTEST) return this.search().end();
    this.slowness = setTimeout(() => this.slow.set(true), SLOW_MS);
    void this.search().start(text, { words, pageInView: this.state().page().page, widthOf: letterWidths() });
  }
}

/** The font of the paper is not known here; the shares of letters in a word are nearly the same in every one. */
function letterWidths(): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text) => context?.measureText(text).width ?? text.length;
}

function countOf(hits: number, place: number): string {
  if (hits === 0) return $localize`:@@document.findNone:Kein Treffer.`;
  if (hits === MOST_HITS)
    return $localize`:@@document.findMost:Treffer ${place}:place: von den ersten ${hits}:hits:; bitte genauer suchen.`;
  return $localize`:@@document.findCount:Treffer ${place}:place: von ${hits}:hits:.`;
}

/** Where nothing can be found because there are only pictures, „no hit“ would be wrong. */
function unreadable(without: number, pages: number): string {
  if (without === 0) return '';
  if (without === pages)
    return $localize`:@@document.findScan:Diese Datei hat keinen Text, nur Bilder von Seiten; darin lässt sich nicht suchen.`;
  return without === 1
    ? $localize`:@@document.findScanPage:Eine Seite hat keinen Text (Scan); darin lässt sich nicht suchen.`
    : $localize`:@@document.findScanPages:${without}:count: Seiten haben keinen Text (Scan); darin lässt sich nicht suchen.`;
}
