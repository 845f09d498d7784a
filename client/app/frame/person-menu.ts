import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Language, type LanguageCode } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { Avatar } from '../../ui/avatar/avatar.js';
import { Density, type DensityChoice } from '../../ui/density/density.js';
import type { IconName } from '../../ui/icon/icons.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Theme, type ThemeChoice } from '../theme.js';

type Choice = `theme:${ThemeChoice}` | `density:${DensityChoice}` | `language:${LanguageCode}` | 'account' | 'signOut';

/** Person, unit, and what is theirs alone: look, language, sign-out. */
@Component({
  selector: 'lm-person-menu',
  imports: [Avatar, MenuButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (session.person(); as person) {
    <lm-menu-button [label]="label()" [items]="items()" (chosen)="choose($event)">
      <lm-avatar [name]="person.name" />
      <span class="words">
        <strong>{{ person.name }}</strong>
        <small>{{ person.unit }}</small>
      </span>
    </lm-menu-button>
  }`,
  styles: `
    .words {
      display: grid;
      max-width: 220px;
      font-size: 0.8125rem;
      line-height: 1rem;
      white-space: nowrap;
    }
    strong {
      font-weight: 600;
    }
    small {
      color: var(--muted);
      font-size: 0.75rem;
    }
    @media (max-width: 900px) {
      .words {
        display: none;
      }
    }
  `,
})
export class PersonMenu {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly theme = inject(Theme);
  private readonly density = inject(Density);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  protected readonly label = computed(
    () => $localize`:@@person.menu:Angemeldet als ${this.session.person()?.name ?? ''}:name:`,
  );
  protected readonly items = computed<readonly MenuItem<Choice>[]>(() => [
    this.look('light', 'light-mode', $localize`:@@theme.light:Hell`, $localize`:@@theme.title:Darstellung`),
    this.look('dark', 'dark-mode', $localize`:@@theme.dark:Dunkel`),
    this.look('system', 'contrast', $localize`:@@theme.system:Wie das System`),
    this.spacing('compact', $localize`:@@density.compact:Kompakt`, $localize`:@@density.title:Dichte`),
    this.spacing('comfortable', $localize`:@@density.comfortable:Großzügig`),
    this.tongue('de', 'Deutsch', $localize`:@@language.title:Sprache`),
    this.tongue('en', 'English'),
    { id: 'account', label: $localize`:@@konto.title:Mein Konto`, icon: 'person', section: ' ' },
    { id: 'signOut', label: $localize`:@@person.signOut:Abmelden`, icon: 'logout' },
  ]);

  protected choose(choice: Choice): void {
    if (choice === 'signOut') void this.signOut();
    else if (choice === 'account') void this.router.navigateByUrl('/konto');
    else if (choice.startsWith('theme:')) this.theme.choose(choice.slice(6) as ThemeChoice);
    else if (choice.startsWith('density:')) this.density.choose(choice.slice(8) as DensityChoice);
    else this.language.switch(choice.slice(9) as LanguageCode);
  }

  private async signOut(): Promise<void> {
    if ((await this.session.signOut()) === 'signedOut') return;
    this.toasts.show(
      $localize`:@@person.stillSignedIn:Der Server antwortet nicht: Sie sind noch angemeldet. Bitte sperren Sie den Rechner und melden Sie sich ab, sobald oben „Verbunden“ steht.`,
    );
  }

  private look(theme: ThemeChoice, icon: IconName, label: string, section?: string): MenuItem<Choice> {
    return item(`theme:${theme}`, icon, label, this.theme.choice() === theme, section);
  }

  private spacing(density: DensityChoice, label: string, section?: string): MenuItem<Choice> {
    return item(`density:${density}`, 'density-medium', label, this.density.choice() === density, section);
  }

  private tongue(code: LanguageCode, label: string, section?: string): MenuItem<Choice> {
    return item(`language:${code}`, 'translate', label, this.language.code === code, section);
  }
}

function item(id: Choice, icon: IconName, label: string, isChosen: boolean, section?: string): MenuItem<Choice> {
  return { id, icon, label, ...(isChosen ? { state: 'chosen' } : {}), ...(section ? { section } : {}) };
}
