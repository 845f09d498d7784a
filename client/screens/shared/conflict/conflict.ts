import { computed, signal, type Signal, type WritableSignal } from '@angular/core';
import { settableReading } from '../../../live/first-reading.js';

/** A field of a sheet, as far as two people may disagree about it. */
export interface ConflictField<Value> {
  readonly label: string;
  /** What a state of the record says in it. */
  readonly of: (record: Value) => string;
  /** What stands in the field now. */
  readonly typed: () => string;
  readonly type: (text: string) => void;
  /** How a value reads, where it is not written as it is kept. */
  readonly shown?: (text: string) => string;
}

/** A field that somebody else has changed since the sheet was opened. */
export interface ConflictRow {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  readonly chosen: 'mine' | 'theirs' | null;
}

/**
 * The state that a sheet began with, and what became of it since: fields that somebody else has changed stand beside what was
 * typed, until the person has chosen for each. Nothing that was typed is lost, nothing of the other one is overwritten unseen.
 */
export class Conflict<Value extends { readonly version: number }> {
  /** By label, together with what it was chosen against: a further change asks again. */
  private readonly choices = signal<ReadonlyMap<string, { readonly side: 'mine' | 'theirs'; readonly theirs: string }>>(
    new Map(),
  );
  private readonly first: WritableSignal<Value | null>;
  /** What the person has seen; what is saved is saved on it. */
  readonly begun: Signal<Value | null>;

  /** Fields that two have changed differently. What both wrote alike, or only one has changed, is none. */
  private readonly fields = computed(() => {
    const [now, begun] = [this.reading(), this.begun()];
    if (!now || !begun || now.version === begun.version) return [];
    return this.fieldsOf().filter(
      ({ of, typed }) => of(now) !== of(begun) && of(now) !== typed() && typed() !== of(begun),
    );
  });
  readonly rows = computed<readonly ConflictRow[]>(() => {
    const now = this.reading();
    if (!now) return [];
    return this.fields().map(({ label, of, typed, shown = (text) => text }) => {
      const theirs = shown(of(now));
      const choice = this.choices().get(label);
      return { label, mine: shown(typed()), theirs, chosen: choice?.theirs === theirs ? choice.side : null };
    });
  });
  readonly settled = computed(() => this.rows().every(({ chosen }) => chosen !== null));

  private readonly reading: () => Value | null;
  private readonly fieldsOf: () => readonly ConflictField<Value>[];

  /**
   * @param reading the record as the page reads it, anew whenever it changes
   * @param fieldsOf the fields of the sheet; asked when it is shown, so the sheet may make them after this
   */
  constructor(reading: () => Value | null, fieldsOf: () => readonly ConflictField<Value>[]) {
    this.reading = reading;
    this.fieldsOf = fieldsOf;
    this.first = settableReading(reading);
    this.begun = this.first.asReadonly();
  }

  choose(label: string, side: 'mine' | 'theirs'): void {
    const theirs = this.rows().find((row) => row.label === label)?.theirs ?? '';
    this.choices.update((choices) => new Map(choices).set(label, { side, theirs }));
  }

  /** Goes on from the state of today: with what was typed, and with what was chosen of the other one. */
  settle(): void {
    const now = this.reading();
    const begun = this.begun();
    if (!now || !begun || now.version === begun.version) return;
    const theirs = new Set(this.rows().flatMap(({ label, chosen }) => (chosen === 'theirs' ? [label] : [])));
    const kept = this.fieldsOf().map((field) => {
      // A field that only the other one has touched says what it says now.
      const untouched = field.typed() === field.of(begun);
      return [field, theirs.has(field.label) || untouched ? field.of(now) : field.typed()] as const;
    });
    this.first.set(now);
    for (const [field, text] of kept) field.type(text);
    this.choices.set(new Map());
  }
}
