import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { AufgabeActs } from './aufgabe-acts.js';

/** „Weitergeben“: to whom, with a note. */
@Component({
  selector: 'lm-handover',
  imports: [Button, Control, Dialog, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="heading" (closed)="closed.emit()">
    <div class="stack">
      @if (refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-field label="An" i18n-label="@@handover.to" [error]="error()">
        <lm-select
          placeholder="Bitte wählen"
          i18n-placeholder="@@ui.choose"
          [options]="recipients()"
          [(value)]="personId"
        />
      </lm-field>
      <lm-field
        label="Notiz"
        i18n-label="@@handover.note"
        hint="Steht bei der Aufgabe und im Verlauf."
        i18n-hint="@@handover.noteHint"
      >
        <textarea lmControl rows="3" maxlength="2000" #note></textarea>
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="acts.state()" (click)="send(note.value)">
        {{ heading }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class Handover {
  readonly aufgabe = input.required<AufgabeView>();
  readonly closed = output();
  /** Name of the person who has it now. */
  readonly done = output<string>();

  protected readonly acts = inject(AufgabeActs);
  protected readonly heading = inject(Language).pick(ACTS['aufgabe.forwardAufgabe'].label);
  protected readonly personId = signal('');
  protected readonly error = signal<string | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly recipients = computed(() =>
    this.aufgabe().recipients.map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit}` })),
  );

  protected async send(note: string): Promise<void> {
    const person = this.aufgabe().recipients.find(({ id }) => id === this.personId());
    this.error.set(person ? null : $localize`:@@handover.missing:Bitte wählen Sie eine Person.`);
    if (!person) return;
    const answer = await this.acts.handOver(this.aufgabe(), person.id, note);
    if (isRefusal(answer)) this.refusal.set(answer);
    else this.done.emit(person.name);
  }
}
