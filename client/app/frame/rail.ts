import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '../../live/session.js';
import { Icon } from '../../ui/icon/icon.js';
import { opens, SCREENS } from '../screens.js';

/** The screens a person may open: 56 px at the left, a bar with words at the bottom of a phone. */
@Component({
  selector: 'lm-rail',
  imports: [Icon, RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav aria-label="Bereiche" i18n-aria-label="@@frame.screens">
    @for (link of links(); track link.path) {
      <a [routerLink]="'/' + link.path" routerLinkActive="here" ariaCurrentWhenActive="page" [title]="link.label">
        <lm-icon [name]="link.icon" [size]="20" />
        <span>{{ link.label }}</span>
      </a>
    }
    <span class="spacer"></span>
    <button type="button" title="Tasten" i18n-title="@@frame.keys" (click)="help.emit()">
      <lm-icon name="help" [size]="20" />
      <span i18n="@@frame.keys">Tasten</span>
    </button>
  </nav>`,
  styleUrl: './rail.css',
})
export class Rail {
  readonly help = output();

  private readonly session = inject(Session);
  protected readonly links = computed(() =>
    SCREENS.filter((link) => opens(link, this.session.person()?.permissions ?? [])),
  );
}
