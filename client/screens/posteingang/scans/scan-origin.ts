import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ACTS } from '../../../../server/contract/acts.js';
import type { RearrangementView } from '../../../../server/contract/eingang-views.js';
import type { EingangView } from '../../../../server/contract/views.js';
import { Acts } from '../../../live/acts.js';
import { Asking } from '../../../live/asking.js';
import { Language } from '../../../live/language.js';
import { Session } from '../../../live/session.js';
import { moment } from '../../../locale/format.js';
import { Button } from '../../../ui/button/button.js';
import { RefusalAlert } from '../../shared/refusal-alert.js';
import type { Finished } from '../eingang-acts.js';
import { pagesInWords } from './scan-words.js';

/** From which pages of which scans a letter was put together, by whom and when; and the way back. */
@Component({
  selector: 'lm-scan-origin',
  imports: [Button, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h3 class="section-title" i18n="@@scan.origin">Zusammengestellt</h3>
    <ul>
      @for (part of rearrangement().from; track $index) {
        <li i18n="@@scan.from">{{ words(part.pages) }} aus „{{ part.fileName }}“</li>
      }
    </ul>
    <p class="muted" i18n="@@scan.by">von {{ rearrangement().by }} am {{ when() }}</p>
    @if (asking.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    }
    @if (mayRestore()) {
      <button lmButton type="button" size="small" icon="undo" [state]="asking.state()" (click)="restore()">
        {{ label }}
      </button>
    }`,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: 8px;
      margin-top: 16px;
      padding-top: 16px;
      border-top: 1px solid var(--line);
      font-size: 0.8125rem;
    }
    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class ScanOrigin {
  readonly eingang = input.required<EingangView>();
  readonly rearrangement = input.required<RearrangementView>();
  readonly restored = output<Omit<Finished, 'id'>>();

  private readonly acts = inject(Acts);
  private readonly session = inject(Session);
  protected readonly label = inject(Language).pick(ACTS['posteingang.restoreScans'].label);
  protected readonly asking = new Asking();
  protected readonly words = pagesInWords;
  protected readonly when = computed(() => moment(this.rearrangement().at));
  /** What is filed or linked stays: then the server would only say so. */
  protected readonly mayRestore = computed(() => {
    const { state, forwarding } = this.eingang();
    const atDesk = state === 'empfangen' || state === 'geprueft' || state === 'klaerung';
    return atDesk && forwarding === null && this.session.may('posteingang.receive');
  });

  protected async restore(): Promise<void> {
    const { id: rearrangementId } = this.rearrangement();
    const answer = await this.asking.ask(() =>
      this.acts.run('posteingang.restoreScans', { rearrangementId }, this.eingang().title),
    );
    const result = $localize`:@@scan.restored:Die Scans liegen wieder im Posteingang, wie sie kamen.`;
    if (answer) this.restored.emit({ result, next: answer.eingangIds[0] });
  }
}
