import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '../../live/session.js';
import { Icon } from '../../ui/icon/icon.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { opens, SCREENS } from '../screens.js';

/** As many as fit with their words beside „Mehr“ at 320 px. */
const ON_A_PHONE = 4;

/** The screens a person may open: 56 px at the left; on a phone a bar with words at the bottom, the first of them and a menu. */
@Component({
  selector: 'lm-rail',
  imports: [Icon, MenuButton, RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav aria-label="Bereiche" i18n-aria-label="@@frame.screens">
    @for (link of links(); track link.path; let index = $index) {
      <a
        [class.rest]="index >= shown"
        [routerLink]="'/' + link.path"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        [title]="link.label"
      >
        <lm-icon [name]="link.icon" [size]="20" />
        <span>{{ link.label }}</span>
      </a>
    }
    @if (rest().length > 0) {
      <div class="more">
        <lm-menu-button
          icon="more-horiz"
          [label]="more"
          [items]="rest()"
          (chosen)="router.navigateByUrl('/' + $event)"
        />
        <span aria-hidden="true">{{ more }}</span>
      </div>
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
  protected readonly router = inject(Router);
  protected readonly shown = ON_A_PHONE;
  protected readonly more = $localize`:@@frame.more:Mehr`;
  protected readonly links = computed(() =>
    SCREENS.filter((link) => opens(link, this.session.person()?.permissions ?? [])),
  );
  protected readonly rest = computed<readonly MenuItem[]>(() =>
    this.links()
      .slice(ON_A_PHONE)
      .map(({ path, label, icon }) => ({ id: path, label, icon })),
  );
}
