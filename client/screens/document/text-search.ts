import { computed, signal } from '@angular/core';
import { around, findWords, type Stretch } from './find-words.js';
import { boxesOf, type Box } from './page-text.js';
import type { PdfText } from './pdf-text.js';

/** A place of the document where the words stand. */
export interface Hit {
  readonly id: string;
  readonly page: number;
  /** In the text of its page. */
  readonly stretch: Stretch;
  readonly boxes: readonly Box[];
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** What is looked for. */
export interface Wanted {
  readonly words: string;
  readonly pageInView: number;
  /** How wide a text is, in any unit. */
  readonly widthOf: (text: string) => number;
}

/** More than anybody looks through: then other words are needed. */
export const MOST_HITS = 1_000;

/** What is looked for in a document, and what was found of it so far. */
export class TextSearch {
  readonly words = signal('');
  readonly hits = signal<readonly Hit[]>([]);
  /** The same hits by their page, in order; pages without one are not in it. */
  readonly byPage = computed(() => {
    const pages = new Map<number, Hit[]>();
    for (const hit of this.hits()) {
      const found = pages.get(hit.page);
      if (found) found.push(hit);
      else pages.set(hit.page, [hit]);
    }
    return pages;
  });
  /** Id of the hit that is shown. */
  readonly shown = signal<string | null>(null);
  /** How many pages were read, and how many of these have no text at all: only seen, as on a scan. */
  readonly read = signal({ pages: 0, without: 0 });
  readonly state = signal<'idle' | 'reading' | 'done'>('idle');
  /** Place of the shown hit among all, from 1; 0: none is shown. */
  readonly place = computed(() => this.hits().findIndex(({ id }) => id === this.shown()) + 1);

  private abort = new AbortController();

  /**
   * Looks through the pages, from the first to the last. Shown is the first hit from the page in view on; where the rest of
   * the document has none, the first of all.
   */
  async start(text: PdfText, { words, pageInView, widthOf }: Wanted): Promise<void> {
    this.end();
    const { signal: mine } = (this.abort = new AbortController());
    this.words.set(words);
    this.state.set('reading');
    for (let number = 1; number <= text.pages && this.hits().length < MOST_HITS; number += 1) {
      const page = await text.page(number);
      if (mine.aborted) return;
      this.read.update(({ pages, without }) => ({
        pages: pages + 1,
        without: without + (page.text.trim() === '' ? 1 : 0),
      }));
      const found = findWords(page.text, words).map((stretch): Hit => {
        const boxes = boxesOf(page, stretch.start, stretch.end, widthOf);
        return { id: `${number}.${stretch.start}`, page: number, stretch, boxes, ...around(page.text, stretch) };
      });
      if (found.length === 0) continue;
      this.hits.update((hits) => [...hits, ...found].slice(0, MOST_HITS));
      if (this.shown() === null && number >= pageInView) this.shown.set(found[0]?.id ?? null);
    }
    this.shown.update((shown) => shown ?? this.hits()[0]?.id ?? null);
    this.state.set('done');
  }

  /** The next one or the one before; behind the last one comes the first. */
  step(direction: 1 | -1): void {
    const { length } = this.hits();
    if (length === 0) return;
    const from = this.place() === 0 && direction === -1 ? 0 : this.place() - 1;
    this.shown.set(this.hits()[(from + direction + length) % length]?.id ?? null);
  }

  /** Nothing is looked for any more; what was typed stays. */
  end(): void {
    this.abort.abort();
    this.hits.set([]);
    this.shown.set(null);
    this.read.set({ pages: 0, without: 0 });
    this.state.set('idle');
  }
}
