import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import type { ZusatzInput } from '../../../server/contract/zusatzfeld-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { firstReading } from '../../live/first-reading.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import type { Details } from './details.js';
import { DetailsFields } from './details-fields.js';
import { ZusatzFields } from '../zusatzfeld/zusatz-fields.js';

/** Other details for a draft. */
@Component({
  selector: 'lm-edit-dokument',
  imports: [Button, DetailsFields, Dialog, RefusalAlert, ZusatzFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-details-fields [(details)]="details" [shown]="faults()" (judged)="day.set($event)" />
      <lm-zusatz-fields
        kind="dokument"
        [id]="dokument().id"
        [refusal]="asking.refusal()"
        (changed)="zusatz.set($event)"
        (judged)="zusatzDays.set($event)"
      />
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="asking.state()" (click)="save()">{{ label }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class EditDokument {
  readonly dokument = input.required<DokumentView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly label = inject(Language).pick(ACTS['dokument.editDokument'].label);
  private readonly begun = firstReading(this.dokument);
  protected readonly details = linkedSignal<Details>(() => {
    const { betreff, art, date } = this.begun();
    return { betreff, art, date: date ?? '' };
  });
  protected readonly day = signal<'right' | 'wrong'>('right');
  protected readonly zusatz = signal<ZusatzInput>({});
  protected readonly zusatzDays = signal<'right' | 'wrong'>('right');
  protected readonly faults = signal<'calm' | 'faults'>('calm');
  protected readonly asking = new Asking();

  protected async save(): Promise<void> {
    const { betreff, art, date } = this.details();
    this.faults.set('faults');
    if (betreff.trim() === '' || this.day() === 'wrong' || this.zusatzDays() === 'wrong') return;
    const { id: dokumentId, version } = this.begun();
    const details = { betreff: betreff.trim(), art, date: date === '' ? null : date };
    const input = { dokumentId, version, ...details, zusatz: this.zusatz() };
    const answer = await this.asking.ask(() => this.acts.run('dokument.editDokument', input, betreff));
    if (!answer) return;
    this.toasts.show($localize`:@@dokument.edited:Angaben geändert: ${betreff}:betreff:.`);
    this.done.emit();
  }
}
