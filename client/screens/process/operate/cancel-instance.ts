import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { StandingInstance } from '../../../../server/contract/process-views.js';
import { Acts } from '../../../live/acts.js';
import { Asking } from '../../../live/asking.js';
import { Toasts } from '../../../ui/toast/toasts.js';
import { ReasonSheet } from '../../shared/reason-sheet.js';

/** Ends a running instance with everything in it. */
@Component({
  selector: 'lm-cancel-instance',
  imports: [ReasonSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="workflow.cancelInstance"
    [effect]="effect()"
    [state]="asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="cancel($event)"
  />`,
})
export class CancelInstance {
  readonly instance = input.required<StandingInstance>();
  /** The instance as people call it. */
  readonly object = input.required<string>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly asking = new Asking();
  protected readonly effect = computed(
    () =>
      $localize`:@@operate.cancelEffect:${this.object()}:object:: Der Ablauf endet sofort mit allem, was in ihm läuft. Seine offenen Aufgaben entfallen. Der Vorgang und was darin getan wurde, bleiben.`,
  );

  protected async cancel(reason: string): Promise<void> {
    const { instanceKey } = this.instance();
    const answer = await this.asking.ask(() =>
      this.acts.run('workflow.cancelInstance', { instanceKey, reason }, this.object()),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@operate.cancelled:Beendet: ${this.object()}:object:.`);
    this.done.emit();
  }
}
