import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { VerfuegungView } from '../../../server/contract/verfuegung-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { emptyPunkt, missingIn, punktOf, type DraftPunkt } from './draft.js';
import { PunktEditor } from './punkt-editor.js';

/** Adds one point to a Verfügung that is under way. */
@Component({
  selector: 'lm-add-punkt',
  imports: [Button, Dialog, PunktEditor, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" width="wide" (closed)="closed.emit()">
    <div class="stack">
      <lm-punkt-editor [vorgangId]="vorgang().id" most="one" [(punkte)]="punkte" />
      <div role="status">
        @if (asking.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        } @else if (missing(); as words) {
          <p class="muted">{{ words }}</p>
        }
      </div>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="missing() === null ? asking.state() : 'blocked'"
        (click)="send()"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class AddPunkt {
  readonly vorgang = input.required<VorgangView>();
  readonly verfuegung = input.required<VerfuegungView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  protected readonly label = inject(Language).pick(ACTS['verfuegung.addPunkt'].label);
  protected readonly asking = new Asking();
  protected readonly punkte = signal<readonly DraftPunkt[]>([emptyPunkt(1)]);
  private readonly only = computed(() => this.punkte()[0] ?? null);
  protected readonly missing = computed(() => {
    const only = this.only();
    return only && missingIn(only);
  });

  protected async send(): Promise<void> {
    const only = this.only();
    const punkt = only && punktOf(only);
    if (!punkt) return;
    const { id: verfuegungId, version } = this.verfuegung();
    const input = { verfuegungId, version, punkt };
    const { aktenzeichen } = this.vorgang();
    if (await this.asking.ask(() => this.acts.run('verfuegung.addPunkt', input, aktenzeichen))) this.done.emit();
  }
}
