import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { SperreView } from '../../../../server/contract/aufbewahrung-views.js';
import { Acts } from '../../../live/acts.js';
import { Asking } from '../../../live/asking.js';
import { Toasts } from '../../../ui/toast/toasts.js';
import { ReasonSheet } from '../../shared/reason-sheet.js';

/** Lifts one Sperre; others stay. */
@Component({
  selector: 'lm-lift-sperre',
  imports: [ReasonSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="aussonderung.liftSperre"
    [effect]="effect()"
    [state]="asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="lift($event)"
  />`,
})
export class LiftSperre {
  readonly sperre = input.required<SperreView>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly asking = new Asking();
  protected readonly effect = computed(
    () =>
      $localize`:@@sperre.liftEffect:Die Sperre „${this.sperre().reason}:reason:“ auf ${this.sperre().name}:object: endet. Andere Sperren bleiben.`,
  );

  protected async lift(reason: string): Promise<void> {
    const { id, name } = this.sperre();
    const answer = await this.asking.ask(() =>
      this.acts.run('aussonderung.liftSperre', { sperreId: id, reason }, name),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@sperre.liftDone:Sperre aufgehoben: ${name}:object:`);
    this.done.emit();
  }
}
