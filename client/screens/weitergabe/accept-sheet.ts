import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AngebotRow } from '../../../server/contract/weitergabe-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Plan } from '../akte/plan.js';
import type { PlanEntry } from '../akte/plan-tree.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Takes an offered Akte over, as a new one at a position of our own Aktenplan. */
@Component({
  selector: 'lm-accept-sheet',
  imports: [Button, Dialog, Plan, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <p>
        @if (angebot().kind === 'kopie') {
          <ng-container i18n="@@weitergabe.acceptCopy">
            Die Akte wird bei uns mit eigenem Aktenzeichen angelegt und sagt, woher sie kommt.
          </ng-container>
        } @else {
          <ng-container i18n="@@weitergabe.acceptAll">
            Die Akte wird bei uns mit eigenem Aktenzeichen angelegt und sagt, woher sie kommt. Zuständig sind dann wir.
          </ng-container>
        }
      </p>
      <section>
        <h3 class="section-title" i18n="@@weitergabe.where">Wohin in unserem Aktenplan</h3>
        <lm-plan shown="plan" (chosen)="choose($event)" />
      </section>
      <p role="status" class="muted">
        @if (place(); as chosen) {
          {{ chosen.row.kennzeichen }} {{ chosen.row.titel }}
        } @else {
          <ng-container i18n="@@weitergabe.noPlace">Es fehlt die Stelle.</ng-container>
        }
      </p>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" [state]="place() ? asking.state() : 'blocked'" (click)="accept()">
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styleUrl: '../akte/plan-in-sheet.css',
})
export class AcceptSheet {
  readonly angebot = input.required<AngebotRow>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly label = inject(Language).pick(ACTS['weitergabe.acceptAngebot'].label);
  protected readonly place = signal<Extract<PlanEntry, { kind: 'einheit' }> | null>(null);
  protected readonly asking = new Asking();

  protected choose(entry: PlanEntry): void {
    if (entry.kind === 'einheit') this.place.set(entry);
  }

  protected async accept(): Promise<void> {
    const place = this.place();
    if (!place) return;
    const { id: angebotId, version, aktenzeichen } = this.angebot();
    const input = { angebotId, version, einheitId: place.row.id };
    const answer = await this.asking.ask(() => this.acts.run('weitergabe.acceptAngebot', input, aktenzeichen));
    if (!answer) return;
    this.toasts.show($localize`:@@weitergabe.accepting:Die Akte wird übernommen.`);
    this.done.emit();
  }
}
