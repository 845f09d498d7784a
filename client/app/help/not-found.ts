import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state/empty-state.js';

/** An address that leads nowhere. */
@Component({
  selector: 'lm-not-found',
  imports: [EmptyState, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-empty-state icon="link" heading="Diese Adresse führt zu nichts." i18n-heading="@@notFound.heading">
    <a routerLink="/" i18n="@@notFound.home">Zur Startseite</a>
  </lm-empty-state>`,
})
export class NotFound {}
