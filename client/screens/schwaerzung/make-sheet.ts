import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { SchwaerzungView } from '../../../server/contract/schwaerzung-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Makes the redacted Dokument: under which Betreff, from how many marks. */
@Component({
  selector: 'lm-make-schwaerzung',
  imports: [Button, Control, Dialog, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-field
        label="Betreff des neuen Dokuments"
        i18n-label="@@redact.betreff"
        hint="Ohne die Wörter, die geschwärzt werden."
        i18n-hint="@@redact.betreffHint"
      >
        <input lmControl name="betreff" maxlength="500" [value]="betreff()" (input)="betreff.set(typed($event))" />
      </lm-field>
      <p i18n="@@redact.makeFacts">
        Markierungen: {{ marks() }}. Das Original bleibt unverändert und die geltende Fassung. Das neue Dokument wird
        endgültig abgelegt; es trägt keine Signaturen, Anhänge und Kommentare des Originals.
      </p>
      @if (asking.state() === 'busy') {
        <p role="status" i18n="@@redact.making">Die Seiten werden neu gezeichnet und geprüft …</p>
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="make()">{{ label }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class MakeSchwaerzung {
  readonly view = input.required<SchwaerzungView>();
  readonly draft = input.required<{ readonly id: string; readonly version: number }>();
  readonly marks = input.required<number>();
  readonly closed = output();
  readonly done = output<string>();

  private readonly acts = inject(Acts);
  protected readonly label = inject(Language).pick(ACTS['schwaerzung.makeSchwaerzung'].label);
  protected readonly asking = new Asking();
  protected readonly betreff = linkedSignal(
    () => $localize`:@@redact.suggested:${this.view().betreff}:betreff:, geschwärzt`,
  );

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async make(): Promise<void> {
    const { vorgangId } = this.view();
    const { id: schwaerzungId, version } = this.draft();
    const input = { schwaerzungId, version, betreff: this.betreff(), vorgangId };
    const answer = await this.asking.ask(() => this.acts.run('schwaerzung.makeSchwaerzung', input, this.betreff()));
    if (answer) this.done.emit(answer.dokumentId);
  }
}
