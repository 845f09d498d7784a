import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { BeteiligungRow } from '../../../server/contract/kontakt-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { BeteiligungSheet } from './beteiligung-sheet.js';

/** F10: who takes part in a Vorgang, as what; added from the register and ended again while the Vorgang is open. */
@Component({
  selector: 'lm-beteiligte',
  imports: [BeteiligungSheet, Button, IconButton, RefusalAlert, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2 class="section-title" i18n="@@kontakt.beteiligte">Beteiligte</h2>
    @if (asking.refusal() ?? view.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    }
    <ul>
      @for (row of view.value()?.items ?? []; track row.id) {
        <li>
          <span class="muted">{{ row.rolle }}</span>
          <a [routerLink]="['/kontakte', row.kontakt.id]">{{ row.kontakt.label }}</a>
          <span class="muted">{{ row.kontakt.place }}</span>
          @if (mayKeep()) {
            <button
              lmIconButton
              type="button"
              icon="close"
              [label]="endLabel + ': ' + row.kontakt.label"
              (click)="end(row)"
            ></button>
          }
        </li>
      } @empty {
        @if (view.value()) {
          <li class="muted" i18n="@@kontakt.noBeteiligte">Niemand ist eingetragen.</li>
        }
      }
    </ul>
    @if (mayKeep()) {
      <button lmButton type="button" size="small" (click)="sheet.set('add')">{{ addLabel }}</button>
    }
    @if (sheet() === 'add') {
      <lm-beteiligung-sheet [vorgangId]="vorgangId()" (closed)="sheet.set('none')" (done)="added()" />
    }`,
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
  `,
})
export class Beteiligte {
  readonly vorgangId = input.required<string>();
  readonly state = input.required<'offen' | 'zdA' | 'abgegeben'>();

  private readonly acts = inject(Acts);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly view = liveView<{ items: BeteiligungRow[] }>(
    () => `vorgaenge/${this.vorgangId()}/beteiligte`,
    ['vorgang'],
  );
  protected readonly asking = new Asking();
  protected readonly mayKeep = computed(() => this.state() === 'offen' && this.session.may('kontakt.keep'));
  protected readonly sheet = linkedSignal<string, 'none' | 'add'>({
    source: this.vorgangId,
    computation: () => 'none',
  });
  protected readonly addLabel = this.language.pick(ACTS['kontakt.addBeteiligung'].label);
  protected readonly endLabel = this.language.pick(ACTS['kontakt.endBeteiligung'].label);

  protected added(): void {
    this.sheet.set('none');
    void this.view.reload();
  }

  protected async end({ id, kontakt }: BeteiligungRow): Promise<void> {
    await this.asking.ask(() => this.acts.run('kontakt.endBeteiligung', { id }, kontakt.label));
    await this.view.reload();
  }
}
