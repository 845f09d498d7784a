import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS, type ActDescription, type PersonActName } from '../../../server/contract/acts.js';
import { Language } from '../../live/language.js';
import type { Refusal } from '../../live/refusal.js';
import { whyFinal } from '../../live/why-final.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button, type ButtonState } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from './refusal-alert.js';

/** The server takes no shorter reason: it stands in the Protokoll. */
const SHORTEST_REASON = 3;

/** The sheet of an act that needs a reason: what will happen, whether it can be taken back, and the field for the reason. */
@Component({
  selector: 'lm-reason-sheet',
  imports: [Alert, Button, Control, Dialog, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label()" (closed)="closed.emit()">
    <div class="stack">
      <p>{{ effect() }}</p>
      <ng-content />
      @if (refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-field
        label="Grund"
        i18n-label="@@storno.reason"
        hint="Steht im Protokoll."
        i18n-hint="@@operate.reasonHint"
        [error]="error()"
      >
        <textarea lmControl rows="2" maxlength="500" #reason></textarea>
      </lm-field>
      <lm-alert kind="info" [title]="undo()" />
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="state()" (click)="confirm(reason)">{{ label() }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class ReasonSheet {
  readonly act = input.required<PersonActName>();
  /** What will happen, in one sentence. */
  readonly effect = input.required<string>();
  readonly state = input<ButtonState>('ready');
  readonly refusal = input<Refusal | null>(null);
  readonly closed = output();
  readonly confirmed = output<string>();

  private readonly language = inject(Language);
  protected readonly label = computed(() => this.language.pick(ACTS[this.act()].label));
  protected readonly undo = computed(() => {
    const { undo }: ActDescription = ACTS[this.act()];
    if (undo.kind !== 'reversible') return this.language.pick(whyFinal(this.act()));
    const back = this.language.pick(ACTS[undo.by as PersonActName].label);
    return $localize`:@@reason.reversible:Lässt sich zurücknehmen: „${back}:act:“.`;
  });
  protected readonly error = signal<string | null>(null);

  protected confirm(field: HTMLTextAreaElement): void {
    if (this.state() !== 'ready') return;
    const reason = field.value.trim();
    const missing = reason.length < SHORTEST_REASON;
    this.error.set(missing ? $localize`:@@operate.reasonMissing:Bitte schreiben Sie, warum.` : null);
    if (missing) field.focus();
    else this.confirmed.emit(reason);
  }
}
