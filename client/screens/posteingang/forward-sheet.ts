import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { ReceiverRow } from '../../../server/contract/eingang-views.js';
import type { EingangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { ReceiverFinder } from './receiver-finder.js';

/** „Weitergeben“: to whom, with a note. They accept it and file it, or send it back with a reason. */
@Component({
  selector: 'lm-forward-sheet',
  imports: [Button, Control, Dialog, Field, ReceiverFinder, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-receiver-finder [(chosen)]="chosen" />
      <lm-field
        label="Notiz"
        i18n-label="@@handover.note"
        hint="Steht bei der Sendung und im Protokoll."
        i18n-hint="@@forward.noteHint"
      >
        <textarea lmControl rows="2" maxlength="2000" #note></textarea>
      </lm-field>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="chosen() ? asking.state() : 'blocked'"
        (click)="send(note.value)"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class ForwardSheet {
  readonly eingang = input.required<EingangView>();
  readonly closed = output();
  /** Name of whoever has it now. */
  readonly done = output<string>();

  private readonly acts = inject(Acts);
  private readonly seen = firstReading(() => this.eingang());
  protected readonly label = inject(Language).pick(ACTS['posteingang.forwardEingang'].label);
  protected readonly asking = new Asking();
  protected readonly chosen = signal<ReceiverRow | null>(null);

  protected async send(note: string): Promise<void> {
    const receiver = this.chosen();
    if (!receiver) return;
    const { id: eingangId, version, title } = this.seen();
    const input = { eingangId, version, receiver: { kind: receiver.kind, id: receiver.id }, note };
    const answer = await this.asking.ask(() => this.acts.run('posteingang.forwardEingang', input, title));
    if (answer) this.done.emit(receiver.name);
  }
}
