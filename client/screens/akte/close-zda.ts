import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { RejectionLink } from '../../../server/contract/rejections.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { whyFinal } from '../../live/why-final.js';
import { date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { Obstacles } from './obstacles.js';

/** The review of „z. d. A.“: either all that stands against it, or what it means and the final act. */
@Component({
  selector: 'lm-close-zda',
  imports: [Alert, Button, Dialog, Obstacles, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      <p>
        <strong>{{ vorgang().aktenzeichen }}</strong> {{ vorgang().betreff }}
      </p>
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      } @else if (vorgang().obstacles.length > 0) {
        <p i18n="@@zda.blocked">Das steht noch entgegen:</p>
        <lm-obstacles [obstacles]="vorgang().obstacles" (chosen)="chosen.emit($event)" />
      } @else {
        <lm-alert kind="warning" [title]="final">
          <p>
            @if (vorgang().aufbewahrungJahre; as years) {
              <ng-container i18n="@@zda.period"
                >Die Aufbewahrungsfrist von {{ years }} Jahren zählt ab Ende dieses Jahres.</ng-container
              >
            } @else {
              <ng-container i18n="@@zda.permanent">Der Vorgang wird dauernd aufbewahrt.</ng-container>
            }
          </p>
        </lm-alert>
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      @if (vorgang().obstacles.length === 0) {
        <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="close()">{{ label }}</button>
      }
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class CloseZdA {
  readonly vorgang = input.required<VorgangView>();
  readonly closed = output();
  readonly done = output();
  readonly chosen = output<RejectionLink>();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly label = this.language.pick(ACTS['akte.closeZdA'].label);
  protected readonly final = this.language.pick(whyFinal('akte.closeZdA'));
  protected readonly asking = new Asking();

  protected async close(): Promise<void> {
    const { id, version, aktenzeichen } = this.vorgang();
    const answer = await this.asking.ask(() =>
      this.acts.run('akte.closeZdA', { vorgangId: id, version }, aktenzeichen),
    );
    if (!answer) return;
    this.toasts.show(
      answer.aufbewahrungsende
        ? $localize`:@@zda.done:${aktenzeichen}:aktenzeichen: ist z. d. A., aufzubewahren bis ${date(answer.aufbewahrungsende)}:day:.`
        : $localize`:@@zda.doneForever:${aktenzeichen}:aktenzeichen: ist z. d. A. und wird dauernd aufbewahrt.`,
    );
    this.done.emit();
  }
}
