import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { EinheitView } from '../../../server/contract/aktenplan-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { DateField } from '../../ui/field/date-field.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Closes a position for new Akten, or opens it again, from a day on. */
@Component({
  selector: 'lm-closing-sheet',
  imports: [Button, DateField, Dialog, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label()" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <p>{{ effect() }}</p>
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
      <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="save()">{{ label() }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class ClosingSheet {
  readonly act = input.required<'aktenplan.closeEinheit' | 'aktenplan.reopenEinheit'>();
  readonly einheit = input.required<EinheitView>();
  readonly today = input.required<string>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly date = date;
  private readonly begun = firstReading(this.einheit);
  protected readonly label = computed(() => this.language.pick(ACTS[this.act()].label));
  protected readonly effect = computed(() => {
    const { kennzeichen } = this.begun();
    return this.act() === 'aktenplan.closeEinheit'
      ? $localize`:@@aktenplan.closeEffect:${kennzeichen}:position: und alle Stellen darunter nehmen keine neuen Akten mehr auf. Was in den Akten ist, läuft weiter.`
      : $localize`:@@aktenplan.reopenEffect:${kennzeichen}:position: nimmt wieder neue Akten auf, wenn keine Stelle darüber stillgelegt ist.`;
  });
  protected readonly validFrom = linkedSignal(() => {
    const planned = this.begun().versions[0]?.validFrom ?? '';
    return planned > this.today() ? planned : this.today();
  });
  protected readonly dayState = signal<'right' | 'wrong'>('right');
  protected readonly asking = new Asking();

  protected async save(): Promise<void> {
    if (this.dayState() === 'wrong') return;
    const { id, version, kennzeichen } = this.begun();
    const input = { einheitId: id, version, validFrom: this.validFrom() };
    const answer = await this.asking.ask(() => this.acts.run(this.act(), input, kennzeichen));
    if (!answer) return;
    const from = date(this.validFrom());
    this.toasts.show($localize`:@@aktenplan.saved:Eingetragen, gilt ab ${from}:day:.`);
    this.done.emit();
  }
}
