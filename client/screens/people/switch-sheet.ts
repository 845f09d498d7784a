import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { TransferPerson } from '../../../server/contract/transfer-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Language } from '../../live/language.js';
import { ACTS } from '../../../server/contract/acts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Switches an account off, or on again, with the reason that stands in the Protokoll. */
@Component({
  selector: 'lm-switch-sheet',
  imports: [Alert, Button, Control, Dialog, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label() + ': ' + person().name" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as refusal) {
        <lm-refusal-alert [refusal]="refusal" />
      }
      @if (person().active) {
        <lm-alert
          kind="info"
          title="Offene Arbeit bleibt bei dieser Person liegen, bis sie übergeben wird."
          i18n-title="@@people.offNote"
        />
      }
      <lm-field label="Grund" i18n-label="@@storno.reason" hint="Steht im Protokoll." i18n-hint="@@operate.reasonHint">
        <textarea lmControl rows="2" maxlength="500" #reason></textarea>
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="confirm(reason.value)">
        {{ label() }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class SwitchSheet {
  readonly person = input.required<TransferPerson>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  protected readonly asking = new Asking();
  private readonly act = computed(() => (this.person().active ? 'identity.switchOff' : 'identity.switchOn'));
  protected readonly label = computed(() => this.language.pick(ACTS[this.act()].label));

  protected async confirm(reason: string): Promise<void> {
    const { id, name } = this.person();
    const answer = await this.asking.ask(() => this.acts.run(this.act(), { personId: id, reason }, name));
    if (answer) this.done.emit();
  }
}
