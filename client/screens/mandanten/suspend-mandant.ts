import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { MandantRow } from '../../../server/contract/mandant-views.js';
import { Asking } from '../../live/asking.js';
import { Operator } from '../../live/operator.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Asks why a Mandant is suspended, and says what that means. */
@Component({
  selector: 'lm-suspend-mandant',
  imports: [Alert, Button, Control, Dialog, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Mandant anhalten" i18n-heading="@@mandanten.suspendTitle" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-alert
        kind="warning"
        title="Alle Sitzungen enden sofort; Aufträge und Zeitgeber stehen still. Was ankommt, bleibt liegen; Fristen und Sperren gelten weiter."
        i18n-title="@@mandanten.suspendEffect"
      />
      <lm-field label="Grund" i18n-label="@@mandanten.reason">
        <input lmControl type="text" maxlength="500" autocomplete="off" (input)="reason.set(textOf($event))" />
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="reason().trim().length < 3 ? 'blocked' : asking.state()"
        (click)="suspend()"
        i18n="@@mandanten.suspend"
      >
        Anhalten
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class SuspendMandant {
  readonly mandant = input.required<MandantRow>();
  readonly closed = output();
  readonly done = output();

  private readonly operator = inject(Operator);
  protected readonly asking = new Asking();
  protected readonly reason = signal('');

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async suspend(): Promise<void> {
    const reason = this.reason().trim();
    if (reason.length < 3) return;
    if (await this.asking.ask(() => this.operator.suspend(this.mandant().id, reason))) this.done.emit();
  }
}
