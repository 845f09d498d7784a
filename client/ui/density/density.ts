import { computed, effect, Injectable, signal } from '@angular/core';

export type DensityChoice = 'compact' | 'comfortable';

const SETTING = 'laufmappe.density';

/** As much as the line height of text grows (styles/density.css): what is placed by script grows with what is placed by style. */
const COMFORTABLE_SCALE = 1.25;

/** How close together everything stands, for each person in their browser: as much as possible on a page, or with more room. */
@Injectable({ providedIn: 'root' })
export class Density {
  readonly choice = signal<DensityChoice>(localStorage.getItem(SETTING) === 'comfortable' ? 'comfortable' : 'compact');
  /** Factor for heights in px that a script needs to know. */
  readonly scale = computed(() => (this.choice() === 'comfortable' ? COMFORTABLE_SCALE : 1));

  constructor() {
    effect(() => (document.documentElement.dataset['density'] = this.choice()));
  }

  choose(choice: DensityChoice): void {
    localStorage.setItem(SETTING, choice);
    this.choice.set(choice);
  }
}
