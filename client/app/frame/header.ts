import { ChangeDetectionStrategy, Component, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon/icon.js';
import { KeyHint } from '../../ui/keys/key-hint.js';
import { Bell } from '../notification/bell.js';
import { ConnectionPill } from './connection-pill.js';
import { DoneMenu } from './done-menu.js';
import { Logo } from './logo.js';
import { PersonMenu } from './person-menu.js';

/** 48 px: product, palette box, connection, bell, „Zuletzt getan“, person. */
@Component({
  selector: 'lm-header',
  imports: [Bell, ConnectionPill, DoneMenu, Icon, KeyHint, Logo, PersonMenu, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'banner' },
  template: `<a class="product" routerLink="/" aria-label="Laufmappe, zur Startseite" i18n-aria-label="@@frame.home">
      <lm-logo />
      <span>Laufmappe</span>
    </a>
    <button type="button" class="palette" aria-keyshortcuts="Control+K" (click)="palette.emit()">
      <lm-icon name="search" />
      <span i18n="@@frame.palette">Suchen, Aktenzeichen oder Befehl</span>
      <lm-key-hint keys="Control+k" />
    </button>
    <span class="spacer"></span>
    <lm-connection-pill />
    <lm-bell />
    <lm-done-menu />
    <lm-person-menu />`,
  styleUrl: './header.css',
})
export class Header {
  readonly palette = output();
}
