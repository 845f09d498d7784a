import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import type { ZusatzInput } from '../../../server/contract/zusatzfeld-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Conflict } from '../shared/conflict/conflict.js';
import { ConflictPanel } from '../shared/conflict/conflict-panel.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { detailFields } from './detail-fields.js';
import { detailsOf, type Details } from './details.js';
import { DetailsFields } from './details-fields.js';
import { ZusatzFields } from '../zusatzfeld/zusatz-fields.js';

/** Other details for a draft. */
@Component({
  selector: 'lm-edit-dokument',
  imports: [Button, ConflictPanel, DetailsFields, Dialog, RefusalAlert, ZusatzFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-conflict-panel [conflict]="conflict" />
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
  protected readonly conflict = new Conflict<DokumentView>(this.dokument, () => this.fields);
  private readonly begun = computed(() => this.conflict.begun() ?? this.dokument());
  private readonly panel = viewChild.required(ConflictPanel);
  protected readonly details = linkedSignal<Details>(() => detailsOf(this.begun()));
  private readonly fields = detailFields(
    () => this.details(),
    (change) => this.details.update((details) => ({ ...details, ...change })),
  );
  protected readonly day = signal<'right' | 'wrong'>('right');
  protected readonly zusatz = signal<ZusatzInput>({});
  protected readonly zusatzDays = signal<'right' | 'wrong'>('right');
  protected readonly faults = signal<'calm' | 'faults'>('calm');
  protected readonly asking = new Asking();

  protected async save(): Promise<void> {
    this.faults.set('faults');
    if (this.details().betreff.trim() === '' || this.day() === 'wrong' || this.zusatzDays() === 'wrong') return;
    if (!this.conflict.settled()) return this.panel().focus();
    // As in the sheet of an Akte: extra fields know only their first state.
    if (Object.keys(this.zusatz()).length === 0) this.conflict.settle();
    const { betreff, art, date } = this.details();
    const { id: dokumentId, version } = this.begun();
    const details = { betreff: betreff.trim(), art, date: date === '' ? null : date };
    const input = { dokumentId, version, ...details, zusatz: this.zusatz() };
    const answer = await this.asking.ask(() => this.acts.run('dokument.editDokument', input, betreff));
    if (!answer) return;
    this.toasts.show($localize`:@@dokument.edited:Angaben geändert: ${betreff}:betreff:.`);
    this.done.emit();
  }
}
