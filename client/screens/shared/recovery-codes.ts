import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';

/** The codes for the day on which the device is lost; they are shown this once. */
@Component({
  selector: 'lm-recovery-codes',
  imports: [Alert, Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="stack">
    <lm-alert kind="warning" title="Diese Codes werden nur jetzt gezeigt." i18n-title="@@secondFactor.shownOnce">
      <p i18n="@@secondFactor.keepThem">
        Jeder gilt für eine Anmeldung ohne das Gerät. Bitte ausdrucken oder sicher verwahren.
      </p>
    </lm-alert>
    <ul>
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ul>
    <button lmButton type="button" kind="primary" (click)="kept.emit()" i18n="@@secondFactor.kept">
      Ich habe sie verwahrt
    </button>
  </div>`,
  styles: `
    ul {
      columns: 2;
      max-width: 420px;
    }
    code {
      font-family: var(--mono);
    }
  `,
})
export class RecoveryCodeList {
  readonly codes = input.required<readonly string[]>();
  readonly kept = output();
}
