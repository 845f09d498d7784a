import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Id } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Plan } from '../akte/plan.js';
import type { PlanEntry } from '../akte/plan-tree.js';
import { ReasonSheet } from '../shared/reason-sheet.js';

interface Moved {
  readonly id: Id;
  readonly version: number;
  readonly betreff: string;
}

/** First the Vorgang, then the reason: a misfiled Dokument goes where it belongs. */
@Component({
  selector: 'lm-move-dokument',
  imports: [Button, Dialog, Plan, ReasonSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (target(); as place) {
      <lm-reason-sheet
        act="dokument.moveDokument"
        [effect]="effect()"
        [state]="asking.state()"
        [refusal]="asking.refusal()"
        (closed)="closed.emit()"
        (confirmed)="move(place.id, $event)"
      />
    } @else {
      <lm-dialog heading="In welchen Vorgang?" i18n-heading="@@dokument.moveWhere" (closed)="closed.emit()">
        <p class="words">{{ dokument().betreff }}</p>
        <lm-plan shown="offen" (chosen)="entry.set($event)" />
        <ng-container ngProjectAs="[dialogActs]">
          <button
            lmButton
            type="button"
            kind="primary"
            [state]="vorgang() ? 'ready' : 'blocked'"
            (click)="target.set(vorgang())"
            i18n="@@plan.intoVorgang"
          >
            In diesen Vorgang
          </button>
          <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
        </ng-container>
      </lm-dialog>
    }`,
  styles: `
    .words {
      font-weight: 600;
    }
    lm-plan {
      height: 48vh;
      margin: 0 -8px;
    }
  `,
})
export class MoveDokument {
  readonly dokument = input.required<Moved>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly entry = signal<PlanEntry | null>(null);
  protected readonly vorgang = computed(() => {
    const entry = this.entry();
    return entry?.kind === 'vorgang' ? entry.row : null;
  });
  protected readonly target = signal<{ readonly id: Id; readonly aktenzeichen: string } | null>(null);
  protected readonly asking = new Asking();
  protected readonly effect = computed(() => {
    const [betreff, aktenzeichen] = [this.dokument().betreff, this.target()?.aktenzeichen ?? ''];
    return $localize`:@@dokument.moveEffect:„${betreff}:betreff:“ geht mit seinen Anlagen nach ${aktenzeichen}:aktenzeichen:.`;
  });

  protected async move(vorgangId: Id, reason: string): Promise<void> {
    const { id: dokumentId, version, betreff } = this.dokument();
    const answer = await this.asking.ask(() =>
      this.acts.run('dokument.moveDokument', { dokumentId, version, vorgangId, reason }, betreff),
    );
    if (!answer) return;
    const aktenzeichen = this.target()?.aktenzeichen ?? '';
    this.toasts.show(
      $localize`:@@dokument.moved:„${betreff}:betreff:“ liegt in ${aktenzeichen}:aktenzeichen:, Nr. ${answer.nummer}:number:.`,
    );
    this.done.emit();
  }
}
