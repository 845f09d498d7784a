import { computed, signal } from '@angular/core';
import type { Mark, MarkBox, ReasonCode, WordView } from '../../../server/contract/schwaerzung-views.js';
import { idempotencyKey } from '../../live/idempotency-key.js';
import { boxesOf, findWords, furtherPlaces, markOver, wordInLine, type Hit, type Pages } from './words.js';

/** Where the keyboard stands, and where it began to select. */
export interface Cursor {
  readonly page: number;
  readonly word: number;
  readonly anchor: number;
}

/** Steps that can be taken back. */
const REMEMBERED = 100;

/** The marks of one Dokument while somebody works on them: with a way back, a search and a place of the keyboard. */
export class Marking {
  readonly pages = signal<Pages>([]);
  readonly marks = signal<readonly Mark[]>([]);
  /** Reason of the next marks. */
  readonly reason = signal<ReasonCode>('lebensbereich');
  readonly paragraph = signal('');
  readonly query = signal('');
  readonly cursor = signal<Cursor | null>(null);
  /** Counts changes that have to be kept. */
  readonly changes = signal(0);
  readonly hits = computed(() =>
    findWords(this.pages(), this.query()).filter((hit) => this.wordsOf(hit).some(({ mark }) => !mark)),
  );
  readonly further = computed(() => furtherPlaces(this.pages(), this.marks()));
  readonly canUndo = computed(() => this.before().length > 0);
  readonly canRedo = computed(() => this.after().length > 0);

  private readonly before = signal<readonly (readonly Mark[])[]>([]);
  private readonly after = signal<readonly (readonly Mark[])[]>([]);

  /** Begins with what was kept; nothing to take back yet. */
  begin(pages: Pages, marks: readonly Mark[]): void {
    this.pages.set(pages);
    this.marks.set(marks);
    this.before.set([]);
    this.after.set([]);
  }

  addArea(page: number, box: MarkBox): void {
    this.change([...this.marks(), this.newMark(page, [box])]);
  }

  addHits(hits: readonly Hit[]): void {
    const fresh = hits.filter((hit) => this.wordsOf(hit).some(({ mark }) => !mark));
    if (fresh.length > 0)
      this.change([...this.marks(), ...fresh.map((hit) => this.newMark(hit.page, boxesOf(this.pages(), hit)))]);
  }

  remove(id: string): void {
    this.change(this.marks().filter((mark) => mark.id !== id));
  }

  setReason(id: string, reason: ReasonCode): void {
    this.change(this.marks().map((mark) => (mark.id === id ? { ...mark, reason } : mark)));
  }

  setParagraph(id: string, paragraph: string): void {
    this.change(this.marks().map((mark) => (mark.id === id ? { ...mark, paragraph } : mark)));
  }

  undo(): void {
    this.step(this.before, this.after);
  }

  redo(): void {
    this.step(this.after, this.before);
  }

  /** Moves the place of the keyboard; with `extend` the words in between are selected. */
  move(direction: 'left' | 'right' | 'up' | 'down', extend: boolean): void {
    const cursor = this.cursor();
    if (!cursor) return this.place(1, 0);
    const { page, word } = cursor;
    const words = this.pages()[page - 1]?.words ?? [];
    const sideways = {
      left: word - 1,
      right: word + 1,
      up: wordInLine(words, word, -1),
      down: wordInLine(words, word, 1),
    };
    const next = sideways[direction];
    const stuck = (direction === 'up' || direction === 'down') && next === word;
    if (next >= 0 && next < words.length && !stuck)
      return this.cursor.set({ page, word: next, anchor: extend ? cursor.anchor : next });
    if (!extend) this.turn(direction === 'left' || direction === 'up' ? -1 : 1);
  }

  place(page: number, word: number): void {
    if (this.pages()[page - 1]?.words[word]) this.cursor.set({ page, word, anchor: word });
  }

  /** Words between the anchor and the place of the keyboard. */
  readonly selected = computed<Hit | null>(() => {
    const cursor = this.cursor();
    if (!cursor) return null;
    const { page, word, anchor } = cursor;
    return { page, from: Math.min(word, anchor), to: Math.max(word, anchor) };
  });

  /** Whether every one of these words is marked. */
  isMarked(hit: Hit): boolean {
    return this.wordsOf(hit).every(({ mark }) => mark !== undefined);
  }

  /** Marks the selected words; where one word is marked already, takes its mark away. */
  toggle(): void {
    const hit = this.selected();
    if (!hit) return;
    const [only, ...more] = this.wordsOf(hit);
    if (only?.mark && more.length === 0) this.remove(only.mark.id);
    else this.addHits([hit]);
  }

  /** The first word of the next page that has any. */
  private turn(step: 1 | -1): void {
    const pages = this.pages();
    for (let page = (this.cursor()?.page ?? 1) + step; page >= 1 && page <= pages.length; page += step) {
      const count = pages[page - 1]?.words.length ?? 0;
      if (count > 0) return this.place(page, step === 1 ? 0 : count - 1);
    }
  }

  private wordsOf({ page, from, to }: Hit): { word: WordView; mark: Mark | undefined }[] {
    const words = this.pages()[page - 1]?.words.slice(from, to + 1) ?? [];
    return words.map((word) => ({ word, mark: markOver(this.marks(), page, word) }));
  }

  private newMark(page: number, boxes: MarkBox[]): Mark {
    return { id: idempotencyKey(), page, boxes, reason: this.reason(), paragraph: this.paragraph().trim() };
  }

  private change(marks: readonly Mark[]): void {
    this.before.update((steps) => [...steps, this.marks()].slice(-REMEMBERED));
    this.after.set([]);
    this.marks.set(marks);
    this.changes.update((count) => count + 1);
  }

  private step(from: typeof this.before, to: typeof this.before): void {
    const marks = from().at(-1);
    if (!marks) return;
    from.update((steps) => steps.slice(0, -1));
    to.update((steps) => [...steps, this.marks()]);
    this.marks.set(marks);
    this.changes.update((count) => count + 1);
  }
}
