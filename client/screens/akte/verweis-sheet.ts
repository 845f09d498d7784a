import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AnyRecord } from '../../../server/contract/akte-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { Plan } from './plan.js';
import type { PlanEntry } from './plan-tree.js';

/** Lets a record refer to another Akte or Vorgang. */
@Component({
  selector: 'lm-verweis-sheet',
  imports: [Button, Control, Dialog, Field, Plan, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <p>
        <strong>{{ name() }}</strong>
      </p>
      <lm-plan shown="akten" (chosen)="entry.set($event)" />
      <lm-field label="Bemerkung" i18n-label="@@akte.bemerkung">
        <input lmControl maxlength="500" #remark />
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="target() ? asking.state() : 'blocked'"
        (click)="save(remark.value)"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styleUrl: './plan-in-sheet.css',
})
export class VerweisSheet {
  readonly from = input.required<AnyRecord>();
  readonly name = input.required<string>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  protected readonly label = inject(Language).pick(ACTS['akte.addVerweis'].label);
  protected readonly entry = signal<PlanEntry | null>(null);
  protected readonly asking = new Asking();
  /** A position is no record: one of its Akten is meant. */
  protected readonly target = computed<AnyRecord | null>(() => {
    const entry = this.entry();
    return entry && entry.kind !== 'einheit' ? { kind: entry.kind, id: entry.row.id } : null;
  });

  protected async save(bemerkung: string): Promise<void> {
    const to = this.target();
    if (!to) return;
    const answer = await this.asking.ask(() =>
      this.acts.run('akte.addVerweis', { from: this.from(), to, bemerkung }, this.name()),
    );
    if (!answer) return;
    this.done.emit();
  }
}
