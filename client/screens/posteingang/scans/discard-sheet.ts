import { ChangeDetectionStrategy, Component, output } from '@angular/core';
import { Button } from '../../../ui/button/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';

/** Asks before the work of many keys is thrown away by one. */
@Component({
  selector: 'lm-discard-sheet',
  imports: [Button, Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Aufteilung verwerfen?" i18n-heading="@@scan.discardHeading" (closed)="stay.emit()">
    <p i18n="@@scan.discardEffect">
      Noch ist nichts angelegt. Der Scan bleibt, wie er kam; Ihre Aufteilung geht verloren.
    </p>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" kind="primary" (click)="stay.emit()" i18n="@@scan.stay">Weiter aufteilen</button>
      <button lmButton type="button" (click)="discard.emit()" i18n="@@scan.discard">Verwerfen</button>
    </ng-container>
  </lm-dialog>`,
})
export class DiscardSheet {
  readonly stay = output();
  readonly discard = output();
}
