import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { stillHere } from '../../live/still-here.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { AufgabeActs } from './aufgabe-acts.js';
import { RecipientFinder, type Recipient } from '../shared/recipient-finder.js';

/** „Weitergeben“: to whom, with a note. */
@Component({
  selector: 'lm-handover',
  imports: [Button, Control, Dialog, Field, RecipientFinder, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="heading" (closed)="closed.emit()">
    <div class="stack">
      @if (refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-recipient-finder
        [address]="'aufgaben/' + aufgabe().id + '/empfaenger'"
        [error]="error()"
        [(chosen)]="person"
      />
      @if (person(); as receiver) {
        <p i18n="@@handover.chosen">An {{ receiver.name }}, {{ receiver.unit }}</p>
      }
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
      <button lmButton type="button" kind="primary" [state]="acts.state(aufgabe().id)" (click)="send(note.value)">
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
  private readonly stillHere = stillHere();
  protected readonly heading = inject(Language).pick(ACTS['aufgabe.forwardAufgabe'].label);
  protected readonly person = signal<Recipient | null>(null);
  protected readonly error = signal<string | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);

  protected async send(note: string): Promise<void> {
    const person = this.person();
    this.error.set(person ? null : $localize`:@@handover.missing:Bitte wählen Sie eine Person.`);
    if (!person) return;
    const answer = await this.acts.handOver(this.aufgabe(), person.id, note);
    if (!this.stillHere()) return;
    if (isRefusal(answer)) this.refusal.set(answer);
    else this.done.emit(person.name);
  }
}
