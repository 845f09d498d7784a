import { effect, Injectable, signal } from '@angular/core';

export type ThemeChoice = 'light' | 'dark' | 'system';

const SETTING = 'laufmappe.theme';

/** Light, dark, or as the system has it; kept in this browser. KERN and our tokens both follow attributes of the root. */
@Injectable({ providedIn: 'root' })
export class Theme {
  readonly choice = signal<ThemeChoice>(keptChoice());

  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly systemIsDark = signal(this.system.matches);

  constructor() {
    this.system.addEventListener('change', () => this.systemIsDark.set(this.system.matches));
    effect(() => {
      const choice = this.choice();
      const theme = choice === 'system' ? (this.systemIsDark() ? 'dark' : 'light') : choice;
      document.documentElement.dataset['theme'] = theme;
      document.documentElement.dataset['kernTheme'] = theme;
    });
  }

  choose(choice: ThemeChoice): void {
    localStorage.setItem(SETTING, choice);
    this.choice.set(choice);
  }
}

function keptChoice(): ThemeChoice {
  const kept = localStorage.getItem(SETTING);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
