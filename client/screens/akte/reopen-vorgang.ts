import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ReasonSheet } from '../shared/reason-sheet.js';

/** The Registratur opens a Vorgang z. d. A. again. */
@Component({
  selector: 'lm-reopen-vorgang',
  imports: [ReasonSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="akte.reopenVorgang"
    [effect]="effect()"
    [state]="asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="reopen($event)"
  />`,
})
export class ReopenVorgang {
  readonly vorgang = input.required<VorgangView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly asking = new Asking();
  protected readonly effect = computed(
    () =>
      $localize`:@@reopen.effect:${this.vorgang().aktenzeichen}:aktenzeichen: nimmt wieder Dokumente und Aufgaben auf. Die Aufbewahrungsfrist entfällt, bis der Vorgang neu z. d. A. geht.`,
  );

  protected async reopen(reason: string): Promise<void> {
    const { id, version, aktenzeichen } = this.vorgang();
    const answer = await this.asking.ask(() =>
      this.acts.run('akte.reopenVorgang', { vorgangId: id, version, reason }, aktenzeichen),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@reopen.done:${aktenzeichen}:aktenzeichen: ist wieder offen.`);
    this.done.emit();
  }
}
