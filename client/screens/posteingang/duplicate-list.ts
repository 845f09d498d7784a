import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { LinkedView } from '../../../server/contract/eingang-views.js';
import type { EingangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { clockTime, date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';

/** What this item may be again, each with the reason and the earlier item; and what was linked to it. A person decides. */
@Component({
  selector: 'lm-duplicate-list',
  imports: [Alert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (eingang().linkedTo; as original) {
      <lm-alert kind="info" title="Als Dublette verknüpft" i18n-title="@@duplicate.linkedTo">
        <p>{{ original.title }}</p>
      </lm-alert>
    } @else {
      @for (found of eingang().duplicates; track found.id) {
        <lm-alert kind="warning" [title]="language.pick(found.reason)">
          <p class="what">
            {{ found.title }}
            @if (found.sender) {
              · {{ found.sender }}
            }
          </p>
          <p>
            <ng-container i18n="@@duplicate.received">eingegangen {{ when(found.receivedAt) }}</ng-container>
            @if (found.aktenzeichen; as aktenzeichen) {
              · <ng-container i18n="@@duplicate.filed">abgelegt in {{ aktenzeichen }}</ng-container>
            } @else {
              · <ng-container i18n="@@duplicate.onDesk">liegt noch im Posteingang</ng-container>
            }
          </p>
          <button type="button" class="link" (click)="link.emit(found.id)">{{ language.pick(linkLabel) }}</button>
        </lm-alert>
      }
    }
    @for (other of eingang().linked; track other.id) {
      <lm-alert kind="info" title="Hier hängt eine Dublette" i18n-title="@@duplicate.hangs">
        <p class="what">{{ other.title }}</p>
        <p i18n="@@duplicate.received">eingegangen {{ when(other.receivedAt) }}</p>
        <button type="button" class="link" (click)="unlink.emit(other)">{{ language.pick(unlinkLabel) }}</button>
      </lm-alert>
    }`,
  styles: `
    :host {
      display: contents;
    }
    .what {
      overflow-wrap: anywhere;
    }
    .link {
      min-height: 24px;
      color: var(--accent);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
  `,
})
export class DuplicateList {
  readonly eingang = input.required<EingangView>();
  readonly link = output<string>();
  readonly unlink = output<LinkedView>();

  protected readonly language = inject(Language);
  protected readonly linkLabel = ACTS['posteingang.linkDuplicate'].label;
  protected readonly unlinkLabel = ACTS['posteingang.unlinkDuplicate'].label;
  protected readonly when = (at: string) => `${date(at)}, ${clockTime(at)}`;
}
