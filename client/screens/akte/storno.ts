import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { whyFinal } from '../../live/why-final.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Storno ends the process of a Rechnung for good; the reason stands in the Protokoll. */
@Component({
  selector: 'lm-storno',
  imports: [Alert, Button, Control, Dialog, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      <lm-alert kind="warning" [title]="final" />
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-field label="Grund" i18n-label="@@storno.reason" [error]="error()">
        <textarea lmControl rows="3" maxlength="2000" #reason></textarea>
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="send(reason)">{{ label }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class Storno {
  readonly vorgang = input.required<VorgangView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly label = this.language.pick(ACTS['rechnung.stornoRechnung'].label);
  protected readonly final = this.language.pick(whyFinal('rechnung.stornoRechnung'));
  protected readonly asking = new Asking();
  protected readonly error = signal<string | null>(null);

  protected async send(field: HTMLTextAreaElement): Promise<void> {
    const reason = field.value.trim();
    this.error.set(reason === '' ? $localize`:@@storno.missing:Ohne Grund kein Storno.` : null);
    if (reason === '') return field.focus();
    const { id, version, aktenzeichen } = this.vorgang();
    const answer = await this.asking.ask(() =>
      this.acts.run('rechnung.stornoRechnung', { vorgangId: id, version, reason }, aktenzeichen),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@storno.done:Storniert: ${aktenzeichen}:aktenzeichen:.`);
    this.done.emit();
  }
}
