import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { SerienbriefRow, SerienbriefView } from '../../../server/contract/vorlage-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Progress } from '../../ui/progress/progress.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** The serial letters of a Vorgang: how far each is, what was refused and why, halt and go on. */
@Component({
  selector: 'lm-series-list',
  imports: [Alert, Button, Progress, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (asking.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    }
    @for (brief of list.value()?.items ?? []; track brief.id) {
      <section>
        <strong>{{ brief.betreff }}</strong>
        <span class="muted">{{ brief.vorlage }}, {{ brief.by }}</span>
        <p i18n="@@series.standing">
          Geschrieben: {{ brief.written }}. Abgewiesen: {{ brief.refused }}. Es warten: {{ brief.waiting }}.
        </p>
        @if (brief.obstacle; as obstacle) {
          <lm-alert kind="warning" [title]="language.pick(obstacle)" />
        }
        @if (brief.state === 'laeuft') {
          <lm-progress [label]="brief.betreff" [value]="partOf(brief)" />
          <button lmButton type="button" size="small" (click)="halt(brief)">{{ haltLabel }}</button>
        }
        @if (brief.state === 'angehalten') {
          <button lmButton type="button" size="small" (click)="resume(brief)">{{ resumeLabel }}</button>
        }
        @if (brief.refused > 0 && report() !== brief.id) {
          <button lmButton type="button" size="small" (click)="report.set(brief.id)" i18n="@@series.why">
            Abgewiesene zeigen
          </button>
        }
        @if (report() === brief.id) {
          <ul tabindex="0" aria-label="Abgewiesen" i18n-aria-label="@@series.refused">
            @for (recipient of refused.value()?.recipients ?? []; track recipient.position) {
              <li>
                <strong>{{ recipient.label }}</strong>
                @for (fault of recipient.faults; track $index) {
                  {{ language.pick(fault) }}
                }
              </li>
            }
          </ul>
        }
      </section>
    }`,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    section {
      display: grid;
      gap: 6px;
      justify-items: start;
      padding: 12px;
      border: 1px solid var(--line);
      border-radius: 6px;
    }
    lm-progress {
      justify-self: stretch;
    }
    ul {
      max-height: 24vh;
      margin: 0;
      padding: 0 0 0 20px;
      overflow: auto;
    }
  `,
})
export class SeriesList {
  readonly vorgangId = input.required<string>();

  private readonly acts = inject(Acts);
  protected readonly language = inject(Language);
  protected readonly haltLabel = this.language.pick(ACTS['vorlage.haltSerienbrief'].label);
  protected readonly resumeLabel = this.language.pick(ACTS['vorlage.resumeSerienbrief'].label);
  protected readonly asking = new Asking();
  protected readonly list = liveView<{ items: SerienbriefRow[] }>(
    () => `vorgaenge/${this.vorgangId()}/serienbriefe`,
    ['vorgang'],
  );
  protected readonly report = linkedSignal<string, string | null>({
    source: this.vorgangId,
    computation: () => null,
  });
  protected readonly refused = liveView<SerienbriefView>(() => {
    const id = this.report();
    return id === null ? null : `serienbriefe/${id}?state=abgewiesen`;
  }, ['vorgang']);

  protected partOf({ waiting, written, refused }: SerienbriefRow): number {
    return (written + refused) / Math.max(1, waiting + written + refused);
  }

  protected async halt({ id, version, betreff }: SerienbriefRow): Promise<void> {
    await this.asking.ask(() => this.acts.run('vorlage.haltSerienbrief', { id, version }, betreff));
    await this.list.reload();
  }

  protected async resume({ id, version, betreff }: SerienbriefRow): Promise<void> {
    await this.asking.ask(() => this.acts.run('vorlage.resumeSerienbrief', { id, version }, betreff));
    await this.list.reload();
  }
}
