import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { ErsuchenRow } from '../../../server/contract/ersuchen-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { pagedQuery } from '../../live/paged-query.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { AcceptErsuchen } from './accept-ersuchen.js';
import { ErsuchenRowView } from './ersuchen-row.js';

/** F39: what other authorities of the installation ask of this one; each is accepted into an Akte of ours, or refused. */
@Component({
  selector: 'lm-received',
  imports: [AcceptErsuchen, Button, EmptyState, ErsuchenRowView, Pane, ReasonSheet, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="panel-page">
    <header class="screen-head">
      <div>
        <h1 i18n="@@screen.ersuchen">Ersuchen</h1>
        <p class="muted" i18n="@@ersuchen.subtitle">Wobei andere Behörden uns um Hilfe bitten</p>
      </div>
    </header>
    <section class="pane" lmPane="Ersuchen" i18n-lmPane="@@screen.ersuchen">
      <div class="panel" tabindex="0" role="group" aria-label="Ersuchen" i18n-aria-label="@@screen.ersuchen">
        @if (page.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        }
        @if (page.items().length > 0) {
          <div class="rows">
            @for (row of page.items(); track row.id) {
              <lm-ersuchen-row [ersuchen]="row">
                @if (row.state === 'offen') {
                  <button lmButton type="button" size="small" (click)="sheet.set({ step: 'accept', row })">
                    {{ labels.accept }}<span class="visually-hidden"> {{ row.betreff }}</span>
                  </button>
                  <button lmButton type="button" size="small" (click)="sheet.set({ step: 'refuse', row })">
                    {{ labels.refuse }}<span class="visually-hidden"> {{ row.betreff }}</span>
                  </button>
                }
              </lm-ersuchen-row>
            }
          </div>
          @if (page.next() !== null) {
            <button lmButton type="button" class="more" (click)="page.more()" i18n="@@konten.more">
              Weitere zeigen
            </button>
          }
        } @else if (page.answered() !== null) {
          <lm-empty-state icon="forum" heading="Niemand bittet um Hilfe." i18n-heading="@@ersuchen.nothing">
            <p i18n="@@ersuchen.nothingNote">
              Stellt eine andere Behörde dieser Installation ein Ersuchen, steht es hier und wartet auf Ihre Antwort.
              Selbst fragen lässt sich im Vorgang unter „Ersuchen“.
            </p>
          </lm-empty-state>
        } @else if (page.state() === 'waiting') {
          <lm-skeleton />
        }
      </div>
    </section>
    @if (sheet(); as open) {
      @if (open.step === 'accept') {
        <lm-accept-ersuchen [ersuchen]="open.row" (closed)="sheet.set(null)" />
      } @else {
        <lm-reason-sheet
          act="ersuchen.refuseErsuchen"
          [effect]="refuseEffect"
          [state]="asking.state()"
          [refusal]="asking.refusal()"
          (closed)="sheet.set(null)"
          (confirmed)="refuse(open.row, $event)"
        />
      }
    }
  </div>`,
  styleUrl: '../shared/panel-page.css',
  styles: `
    .rows {
      padding: 0 var(--inset);
    }
    .more {
      margin: 12px var(--inset);
    }
  `,
})
export class Received {
  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  protected readonly asking = new Asking();
  protected readonly sheet = signal<{ readonly step: 'accept' | 'refuse'; readonly row: ErsuchenRow } | null>(null);
  protected readonly page = pagedQuery<ErsuchenRow>(
    (_words, after) => (after === null ? 'ersuchen' : `ersuchen?before=${encodeURIComponent(after)}`),
    ['ersuchen'],
  );
  protected readonly labels = {
    accept: this.language.pick(ACTS['ersuchen.acceptErsuchen'].label),
    refuse: this.language.pick(ACTS['ersuchen.refuseErsuchen'].label),
  };
  protected readonly refuseEffect = $localize`:@@ersuchen.refuseEffect:Die andere Behörde erfährt den Grund, und niemand hier bekommt eine Aufgabe. Was gefragt wurde, wird hier nach 30 Tagen gelöscht.`;

  protected async refuse({ id, version, betreff }: ErsuchenRow, reason: string): Promise<void> {
    const input = { ersuchenId: id, version, reason };
    if (!(await this.asking.ask(() => this.acts.run('ersuchen.refuseErsuchen', input, betreff)))) return;
    this.sheet.set(null);
    void this.page.reload();
  }
}
