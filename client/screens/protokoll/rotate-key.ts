import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ReasonSheet } from '../shared/reason-sheet.js';

/** Replaces the key that signs the checkpoints. */
@Component({
  selector: 'lm-rotate-key',
  imports: [ReasonSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    act="protokoll.rotateKey"
    effect="Ein neuer Schlüssel zeichnet die Prüfpunkte. Den nächsten zeichnen beide; geben Sie den neuen öffentlichen Schlüssel danach allen, die prüfen."
    i18n-effect="@@protokoll.rotateEffect"
    [state]="asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="rotate($event)"
  />`,
})
export class RotateKey {
  /** Hash of the key in use. */
  readonly keyHash = input.required<string>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly asking = new Asking();

  protected async rotate(reason: string): Promise<void> {
    const answer = await this.asking.ask(() =>
      this.acts.run('protokoll.rotateKey', { keyHash: this.keyHash(), reason }, this.keyHash()),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@protokoll.rotateDone:Der neue Schlüssel ist in Gebrauch.`);
    this.done.emit();
  }
}
