import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { RecordPart, VerweisView } from '../../../server/contract/akte-views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { addressOf } from '../shared/record-address.js';

/** The parts of a record and its references, in both directions. */
@Component({
  selector: 'lm-verweis-list',
  imports: [IconButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (parts().length > 0) {
      <h2 class="section-title" i18n="@@akte.parts">Teile</h2>
      <ul>
        @for (part of parts(); track part.id) {
          <li>
            <button type="button" class="link" (click)="opened.emit(part.id)">
              {{ part.aktenzeichen }} {{ part.betreff }}
            </button>
          </li>
        }
      </ul>
    }
    <h2 class="section-title" i18n="@@akte.verweise">Verweise</h2>
    <ul>
      @for (verweis of verweise(); track verweis.id) {
        <li>
          <span class="muted">
            @if (verweis.direction === 'to') {
              <ng-container i18n="@@akte.verweisTo">verweist auf</ng-container>
            } @else {
              <ng-container i18n="@@akte.verweisFrom">Verweis von</ng-container>
            }
          </span>
          @let address = addressOf(verweis.other);
          <a [routerLink]="address.path" [queryParams]="address.query"
            >{{ verweis.other.aktenzeichen }} {{ verweis.other.betreff }}</a
          >
          <span class="muted">{{ verweis.bemerkung }}</span>
          @if (mayEdit() && verweis.direction === 'to') {
            <button
              lmIconButton
              type="button"
              icon="close"
              [label]="removeLabel + ': ' + verweis.other.aktenzeichen"
              (click)="remove(verweis)"
            ></button>
          }
        </li>
      } @empty {
        <li class="muted" i18n="@@akte.noVerweise">Kein Verweis.</li>
      }
    </ul>`,
  styles: `
    :host {
      display: block;
    }
    .section-title {
      margin-top: 16px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
      min-height: 32px;
      font-size: 0.8125rem;
    }
    .link {
      min-height: 24px;
      padding: 0;
      text-align: left;
      text-decoration: underline;
    }
  `,
})
export class VerweisList {
  readonly parts = input.required<readonly RecordPart[]>();
  readonly verweise = input.required<readonly VerweisView[]>();
  readonly mayEdit = input.required<boolean>();
  readonly opened = output<string>();
  readonly changed = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly addressOf = addressOf;
  protected readonly removeLabel = this.language.pick(ACTS['akte.removeVerweis'].label);

  protected async remove({ id, other }: VerweisView): Promise<void> {
    const answer = await this.acts.run('akte.removeVerweis', { verweisId: id }, other.aktenzeichen);
    if (isRefusal(answer))
      this.toasts.show(`${this.language.pick(answer.message)} ${this.language.pick(answer.remedy)}`);
    this.changed.emit();
  }
}
