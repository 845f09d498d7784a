import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { TokenView } from '../../../server/contract/token-views.js';
import { Language } from '../../live/language.js';
import { whyFinal } from '../../live/why-final.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';

/** Asks once more before a system is cut off. */
@Component({
  selector: 'lm-revoke-token',
  imports: [Alert, Button, Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label()" (closed)="closed.emit()">
    <div class="stack">
      <p i18n="@@zugaenge.revokeEffect">
        Die nächste Anfrage von „{{ token().name }}“ wird abgelehnt, auch eine, die gerade vorbereitet wird.
      </p>
      <lm-alert kind="info" [title]="final()" />
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" (click)="confirmed.emit()">{{ label() }}</button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
})
export class RevokeToken {
  readonly token = input.required<TokenView>();
  readonly closed = output();
  readonly confirmed = output();

  private readonly language = inject(Language);
  protected readonly label = computed(() => this.language.pick(ACTS['identity.revokeToken'].label));
  protected readonly final = computed(() => this.language.pick(whyFinal('identity.revokeToken')));
}
