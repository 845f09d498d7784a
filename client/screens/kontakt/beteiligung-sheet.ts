import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { KontaktRow } from '../../../server/contract/kontakt-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { KontaktFinder } from './kontakt-finder.js';

/** Names somebody of the register as taking part in a Vorgang. */
@Component({
  selector: 'lm-beteiligung-sheet',
  imports: [Button, Control, Dialog, Field, KontaktFinder, RefusalAlert, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <lm-kontakt-finder [(chosen)]="chosen" />
      <lm-field
        label="Rolle im Vorgang"
        i18n-label="@@kontakt.rolle"
        hint="zum Beispiel Antragstellung, Bevollmächtigung, Nachbarschaft"
        i18n-hint="@@kontakt.rolleHint"
      >
        <input lmControl type="text" maxlength="60" [value]="rolle()" (input)="rolle.set(textOf($event))" />
      </lm-field>
      <p class="muted">
        <ng-container i18n="@@kontakt.addThere">Wer fehlt, wird vorher angelegt:</ng-container>
        <a routerLink="/kontakte" i18n="@@screen.kontakte">Kontakte</a>
      </p>
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="chosen() && rolle().trim() !== '' ? asking.state() : 'blocked'"
        (click)="save()"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class BeteiligungSheet {
  readonly vorgangId = input.required<string>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  protected readonly label = inject(Language).pick(ACTS['kontakt.addBeteiligung'].label);
  protected readonly asking = new Asking();
  protected readonly chosen = signal<KontaktRow | null>(null);
  protected readonly rolle = signal('');

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(): Promise<void> {
    const [kontakt, rolle] = [this.chosen(), this.rolle().trim()];
    if (!kontakt || rolle === '') return;
    const input = { vorgangId: this.vorgangId(), kontaktId: kontakt.id, rolle };
    if (await this.asking.ask(() => this.acts.run('kontakt.addBeteiligung', input, kontakt.label))) this.done.emit();
  }
}
