import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { EinheitView } from '../../../server/contract/aktenplan-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { DateField } from '../../ui/field/date-field.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Plan } from '../akte/plan.js';
import type { PlanEntry } from '../akte/plan-tree.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Hangs a position and all below it under another one, from a day on. */
@Component({
  selector: 'lm-move-sheet',
  imports: [Button, Checkbox, DateField, Dialog, Plan, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <p i18n="@@aktenplan.moveNote">
        Kennzeichen und Aktenzeichen bleiben; was geerbt wird, kommt dann von der neuen Stelle.
      </p>
      <lm-checkbox [checked]="place() === 'top'" (checkedChange)="place.set($event ? 'top' : null)">
        <ng-container i18n="@@aktenplan.toTop">ganz nach oben</ng-container>
      </lm-checkbox>
      @if (place() !== 'top') {
        <lm-plan shown="plan" (chosen)="place.set($event)" />
      }
      <lm-date-field
        label="Gilt ab"
        i18n-label="@@aktenplan.validFromField"
        [today]="today()"
        [format]="date"
        [value]="validFrom()"
        (valueChange)="validFrom.set($event)"
        (judged)="dayState.set($event)"
      />
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="place() === null ? 'blocked' : asking.state()"
        (click)="save()"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styleUrl: '../akte/plan-in-sheet.css',
})
export class MoveSheet {
  readonly einheit = input.required<EinheitView>();
  readonly today = input.required<string>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly date = date;
  private readonly begun = firstReading(this.einheit);
  protected readonly label = inject(Language).pick(ACTS['aktenplan.moveEinheit'].label);
  /** The position above; `top` for none, null while nothing is chosen. */
  protected readonly place = signal<PlanEntry | 'top' | null>(null);
  protected readonly validFrom = linkedSignal(() => {
    const planned = this.begun().versions[0]?.validFrom ?? '';
    return planned > this.today() ? planned : this.today();
  });
  protected readonly dayState = signal<'right' | 'wrong'>('right');
  protected readonly asking = new Asking();

  protected async save(): Promise<void> {
    const place = this.place();
    if (place === null || this.dayState() === 'wrong') return;
    const { id, version, kennzeichen } = this.begun();
    const parentId = place === 'top' ? null : place.row.id;
    const input = { einheitId: id, version, parentId, validFrom: this.validFrom() };
    const answer = await this.asking.ask(() => this.acts.run('aktenplan.moveEinheit', input, kennzeichen));
    if (!answer) return;
    const from = date(this.validFrom());
    this.toasts.show($localize`:@@aktenplan.saved:Eingetragen, gilt ab ${from}:day:.`);
    this.done.emit();
  }
}
