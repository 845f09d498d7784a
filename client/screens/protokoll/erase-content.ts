import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AkteProtokoll } from '../../../server/contract/protokoll-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ReasonSheet } from '../shared/reason-sheet.js';

/** Erases the content of the chosen rows for good. */
@Component({
  selector: 'lm-erase-content',
  imports: [ReasonSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="protokoll.eraseContent"
    [effect]="effect()"
    [state]="asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="erase($event)"
  />`,
})
export class EraseContent {
  readonly akte = input.required<AkteProtokoll['akte']>();
  readonly sequences = input.required<ReadonlySet<number>>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly asking = new Asking();
  protected readonly effect = computed(
    () =>
      $localize`:@@protokoll.eraseEffect:Gelöscht wird der Inhalt dieser Zeilen: ${[...this.sequences()].join(', ')}:rows:. Dass es sie gab, wer handelte und wann, bleibt stehen und bewiesen.`,
  );

  protected async erase(reason: string): Promise<void> {
    const { id: akteId, aktenzeichen } = this.akte();
    const input = { akteId, sequences: [...this.sequences()], reason };
    const answer = await this.asking.ask(() => this.acts.run('protokoll.eraseContent', input, aktenzeichen));
    if (!answer) return;
    this.toasts.show($localize`:@@protokoll.eraseDone:Gelöschte Inhalte: ${answer.erased}:count:.`);
    this.done.emit();
  }
}
