import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { EnrolmentView } from '../../../server/contract/account-views.js';
import type { Refusal } from '../../live/refusal.js';
import { Button, type ButtonState } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { QrCode } from '../../ui/qr-code/qr-code.js';
import { RefusalAlert } from './refusal-alert.js';

/** Gives the secret to the person's app, by camera or by hand, and asks for its first code. */
@Component({
  selector: 'lm-enrol-second-factor',
  imports: [Button, Control, Field, QrCode, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<form class="stack" (submit)="submit($event, code.value)">
    <p i18n="@@secondFactor.scan">
      Diesen Code mit einer Authenticator-App lesen, oder den Schlüssel dort von Hand eingeben. Danach zeigt die App
      alle 30 Sekunden sechs Ziffern.
    </p>
    <lm-qr-code
      [text]="enrolment().uri"
      label="QR-Code mit dem Schlüssel, der auch darunter steht"
      i18n-label="@@secondFactor.qr"
    />
    <p>
      <span class="muted" i18n="@@secondFactor.secret">Schlüssel</span>
      <code>{{ grouped() }}</code>
    </p>
    @if (refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    }
    <lm-field label="Code aus der App" i18n-label="@@secondFactor.code">
      <input lmControl #code type="text" name="code" inputmode="numeric" autocomplete="one-time-code" required />
    </lm-field>
    <button lmButton type="submit" kind="primary" [state]="state()" i18n="@@secondFactor.confirm">
      Prüfen und einrichten
    </button>
  </form>`,
  styles: `
    code {
      display: block;
      font-family: var(--mono);
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
})
export class EnrolSecondFactor {
  readonly enrolment = input.required<EnrolmentView>();
  readonly state = input<ButtonState>('ready');
  readonly refusal = input<Refusal | null>(null);
  readonly confirmed = output<string>();

  protected readonly grouped = computed(() => this.enrolment().secret.replace(/.{4}(?=.)/g, '$& '));

  protected submit(event: Event, code: string): void {
    event.preventDefault();
    if (this.state() === 'ready') this.confirmed.emit(code);
  }
}
