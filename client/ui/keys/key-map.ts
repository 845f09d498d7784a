import { computed, Injectable, signal } from '@angular/core';

export interface KeyBinding {
  /** `KeyboardEvent.key`, with `Control+` or `Shift+` before it; letters in lower case. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  /** `fields`: also while a text field has the focus. */
  readonly where?: 'fields';
  /** `footer`: shown in the footer too, the rest only in the key help. */
  readonly shown?: 'footer';
}

const SETTING = 'laufmappe.letters';

/** The keys of what is on screen: palette, footer and key help read them here. */
@Injectable({ providedIn: 'root' })
export class KeyMap {
  /** WCAG 2.1.4: single letters can be switched off. */
  readonly letters = signal<'on' | 'off'>(localStorage.getItem(SETTING) === 'off' ? 'off' : 'on');
  readonly bindings = computed(() => this.sets().flatMap((set) => set()));

  private readonly sets = signal<readonly (() => readonly KeyBinding[])[]>([]);

  /** Adds the keys of a screen; the answer removes them again. */
  add(set: () => readonly KeyBinding[]): () => void {
    this.sets.update((sets) => [...sets, set]);
    return () => this.sets.update((sets) => sets.filter((other) => other !== set));
  }

  switchLetters(state: 'on' | 'off'): void {
    localStorage.setItem(SETTING, state);
    this.letters.set(state);
  }
}
