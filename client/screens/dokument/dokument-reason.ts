import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CheckoutView } from '../../../server/contract/dokument-views.js';
import type { Id } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { ReasonSheet } from '../shared/reason-sheet.js';

/** Acts on a Dokument that need nothing but a reason. */
export type ReasonAct =
  | 'dokument.takeCheckout'
  | 'dokument.resetFinal'
  | 'dokument.takeOut'
  | 'dokument.discardDokument'
  | 'dokument.deleteDokument';

interface Subject {
  readonly id: Id;
  readonly version: number;
  readonly betreff: string;
  readonly checkout?: CheckoutView | null;
}

/** The sheet for them: what will happen, and why it is done. */
@Component({
  selector: 'lm-dokument-reason',
  imports: [ReasonSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    [act]="act()"
    [effect]="effect()"
    [state]="asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="confirm($event)"
  />`,
})
export class DokumentReason {
  readonly act = input.required<ReasonAct>();
  readonly dokument = input.required<Subject>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  protected readonly asking = new Asking();
  protected readonly effect = computed(() => {
    const { betreff, checkout } = this.dokument();
    const effects: Readonly<Record<ReasonAct, string>> = {
      'dokument.takeCheckout': $localize`:@@dokument.takeEffect:„${betreff}:betreff:“ geht von ${checkout?.person ?? ''}:person: an Sie über.`,
      'dokument.takeOut': $localize`:@@dokument.takeOutEffect:„${betreff}:betreff:“ verlässt mit seinen Anlagen den Vorgang und wartet ohne Vorgang, bis es jemand ablegt.`,
      'dokument.discardDokument': $localize`:@@dokument.discardEffect:„${betreff}:betreff:“ geht mit seinen Anlagen in den Papierkorb.`,
      'dokument.deleteDokument': $localize`:@@dokument.deleteEffect:„${betreff}:betreff:“ wird mit allen Fassungen und Anlagen gelöscht.`,
      'dokument.resetFinal': $localize`:@@dokument.resetEffect:„${betreff}:betreff:“ wird wieder Entwurf und nimmt neue Fassungen an.`,
    };
    return effects[this.act()];
  });

  protected async confirm(reason: string): Promise<void> {
    const { id: dokumentId, version, betreff } = this.dokument();
    const act = this.act();
    const answer = await this.asking.ask<object>(() =>
      act === 'dokument.takeCheckout'
        ? this.acts.run(act, { dokumentId, reason }, betreff)
        : this.acts.run(act, { dokumentId, version, reason }, betreff),
    );
    if (answer) this.done.emit();
  }
}
