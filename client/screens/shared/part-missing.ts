import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';

/** Stands where a part of the page should be that is loaded when it is needed, and could not be. */
@Component({
  selector: 'lm-part-missing',
  imports: [Alert, Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-alert kind="danger" title="Dieser Teil der Seite ließ sich nicht laden." i18n-title="@@part.missing">
    <p i18n="@@part.missingRemedy">
      Die Verbindung ist unterbrochen, oder es gibt eine neue Fassung. Bitte die Seite neu laden; Entwürfe bleiben
      erhalten.
    </p>
    <button lmButton type="button" (click)="reload()" i18n="@@part.reload">Neu laden</button>
  </lm-alert>`,
})
export class PartMissing {
  protected reload(): void {
    location.reload();
  }
}
