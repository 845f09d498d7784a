import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { Workload } from '../../../server/contract/distribution-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { WorkloadFinder } from './workload-finder.js';

/** To whom the chosen Aufgaben go, and why; a batch tries each of them before anything is changed. */
@Component({
  selector: 'lm-distribute-sheet',
  imports: [Alert, Button, Checkbox, Control, Dialog, Field, RefusalAlert, WorkloadFinder],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <p i18n="@@stapel.chosen">{{ ids().length }} gewählt</p>
      <lm-checkbox [checked]="toGroup()" (checkedChange)="toGroup.set($event)">
        <ng-container i18n="@@verteilung.toGroup">zurück an ihre Gruppen</ng-container>
      </lm-checkbox>
      @if (!toGroup()) {
        <lm-workload-finder [(chosen)]="person" />
      }
      <lm-field
        label="Grund"
        i18n-label="@@storno.reason"
        hint="Steht im Protokoll jeder Aufgabe und bei dem, der sie bekommt."
        i18n-hint="@@verteilung.reasonHint"
      >
        <textarea lmControl rows="2" maxlength="500" [value]="reason()" (input)="reason.set(textOf($event))"></textarea>
      </lm-field>
      <lm-alert
        kind="info"
        title="Zuerst wird nur geprüft; geändert wird erst nach dem Start."
        i18n-title="@@stapel.firstChecked"
      />
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="ready() ? asking.state() : 'blocked'"
        (click)="plan()"
        i18n="@@stapel.check"
      >
        Prüfen
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class DistributeSheet {
  readonly ids = input.required<readonly string[]>();
  readonly closed = output();
  /** Id of the batch. */
  readonly planned = output<string>();

  private readonly acts = inject(Acts);
  protected readonly label = inject(Language).pick(ACTS['aufgabe.assignAufgabe'].label);
  protected readonly asking = new Asking();
  protected readonly toGroup = signal(false);
  protected readonly person = signal<Workload | null>(null);
  protected readonly reason = signal('');
  protected readonly ready = computed(
    () => (this.toGroup() || this.person() !== null) && this.reason().trim().length >= 3,
  );

  protected async plan(): Promise<void> {
    if (!this.ready()) return;
    const toId = this.toGroup() ? null : (this.person()?.id ?? null);
    const wish = {
      operation: 'assignAufgabe' as const,
      input: { toId, reason: this.reason() },
      targets: { kind: 'ids' as const, ids: [...this.ids()] },
    };
    const answer = await this.asking.ask(() => this.acts.run('stapel.planStapel', wish, this.label));
    if (answer) this.planned.emit(answer.stapelId);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }
}
