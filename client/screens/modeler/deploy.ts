import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { Finding } from '../../../server/contract/finding.js';
import type { ProcessRow } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { whyFinal } from '../../live/why-final.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** The review before a new version comes into force: running Vorgaenge stay on theirs. */
@Component({
  selector: 'lm-deploy',
  imports: [Alert, Button, Dialog, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <p i18n="@@deploy.effect">
        {{ process().name }}: Neue Vorgänge laufen nach Fassung {{ process().version + 1 }}. Laufende Vorgänge ({{
          process().running
        }}) bleiben bei ihrer Fassung.
      </p>
      @if (warnings().length > 0) {
        <lm-alert kind="warning" title="Hinweise der Prüfung" i18n-title="@@deploy.warnings">
          <ul>
            @for (warning of warnings(); track $index) {
              <li>{{ language.pick(warning) }}</li>
            }
          </ul>
        </lm-alert>
      }
      <lm-alert kind="info" [title]="final" />
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="deploy()">{{ label }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class Deploy {
  readonly process = input.required<ProcessRow>();
  readonly xml = input.required<string>();
  readonly findings = input.required<readonly Finding[]>();
  readonly closed = output();
  readonly deployed = output<number>();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly language = inject(Language);
  protected readonly label = this.language.pick(ACTS['workflow.deployProcess'].label);
  protected readonly final = this.language.pick(whyFinal('workflow.deployProcess'));
  protected readonly asking = new Asking();
  protected readonly warnings = computed(() => this.findings().filter(({ severity }) => severity === 'warning'));

  protected async deploy(): Promise<void> {
    const answer = await this.asking.ask(() =>
      this.acts.run('workflow.deployProcess', { xml: this.xml() }, this.process().name),
    );
    if (!answer) return;
    // A file may hold several processes: the one on screen is told of.
    const own = answer.processes.find(({ processId }) => processId === this.process().processId);
    const { version } = own ?? answer.processes[0] ?? this.process();
    this.toasts.show(
      $localize`:@@deploy.done:${this.process().name}:name: ist in Fassung ${version}:version: in Kraft.`,
    );
    this.deployed.emit(version);
  }
}
