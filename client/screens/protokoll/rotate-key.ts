import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Acts } from '../../live/acts.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
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
    [state]="state()"
    [refusal]="refusal()"
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
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);

  protected async rotate(reason: string): Promise<void> {
    this.state.set('busy');
    const answer = await this.acts.run('protokoll.rotateKey', { keyHash: this.keyHash(), reason }, this.keyHash());
    this.state.set('ready');
    if (isRefusal(answer)) return this.refusal.set(answer);
    this.toasts.show($localize`:@@protokoll.rotateDone:Der neue Schlüssel ist in Gebrauch.`);
    this.done.emit();
  }
}
