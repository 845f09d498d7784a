import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { CheckoutView } from '../../../server/contract/dokument-views.js';
import type { Id } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
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
    [state]="state()"
    [refusal]="refusal()"
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
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
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
    this.state.set('busy');
    const { id: dokumentId, version, betreff } = this.dokument();
    const act = this.act();
    const answer =
      act === 'dokument.takeCheckout'
        ? await this.acts.run(act, { dokumentId, reason }, betreff)
        : await this.acts.run(act, { dokumentId, version, reason }, betreff);
    this.state.set('ready');
    if (isRefusal(answer)) return this.refusal.set(answer);
    this.done.emit();
  }
}
