import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  input,
  type OnInit,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { EnrolmentView, RecoveryCodes } from '../../../server/contract/account-views.js';
import type { SessionView } from '../../../server/contract/views.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Session } from '../../live/session.js';
import { EnrolSecondFactor } from '../../screens/shared/enrol-second-factor.js';
import { RecoveryCodeList } from '../../screens/shared/recovery-codes.js';
import { RefusalAlert } from '../../screens/shared/refusal-alert.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';

/** The step after the password: a code, or the set-up of the second factor where the role needs one. */
@Component({
  selector: 'lm-second-step',
  imports: [Button, Control, EnrolSecondFactor, Field, RecoveryCodeList, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (codes(); as shown) {
      <lm-recovery-codes [codes]="shown" (kept)="enter()" />
    } @else if (enrolment(); as given) {
      <p i18n="@@secondFactor.needed">Ihre Rolle verlangt einen zweiten Faktor. Er wird jetzt eingerichtet.</p>
      <lm-enrol-second-factor
        [enrolment]="given"
        [state]="asking.state()"
        [refusal]="asking.refusal()"
        (confirmed)="confirm($event)"
      />
    } @else {
      @if (asking.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      @if (step() === 'code') {
        <form class="stack" (submit)="submit($event, code.value)">
          <lm-field
            label="Code aus der App"
            i18n-label="@@secondFactor.code"
            hint="Ohne das Gerät: einer der Wiederherstellungscodes."
            i18n-hint="@@secondFactor.orRecovery"
          >
            <input lmControl #code type="text" name="code" autocomplete="one-time-code" required />
          </lm-field>
          <button lmButton type="submit" kind="primary" [state]="asking.state()" i18n="@@signIn.submit">
            Anmelden
          </button>
        </form>
      }
    }
    <p>
      <button lmButton type="button" (click)="back.emit()" i18n="@@secondFactor.back">Zurück</button>
    </p>`,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
  `,
})
export class SecondStep implements OnInit {
  readonly step = input.required<'code' | 'enrol'>();
  readonly back = output();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly asking = new Asking();
  protected readonly enrolment = signal<EnrolmentView | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  /** Signed in, but the recovery codes are still on the screen. */
  private entered: SessionView | null = null;

  private readonly field = viewChild<ElementRef<HTMLInputElement>>('code');

  constructor() {
    // The button that had the focus is gone.
    effect(() => this.field()?.nativeElement.focus());
  }

  ngOnInit(): void {
    if (this.step() === 'enrol') void this.enrol();
  }

  protected async submit(event: Event, code: string): Promise<void> {
    event.preventDefault();
    const view = await this.asking.ask(() => this.api.post<SessionView>('sign-in/second-factor', { code }));
    if (!view) return;
    this.entered = view;
    this.enter();
  }

  protected async confirm(code: string): Promise<void> {
    type Confirmed = RecoveryCodes & { session: SessionView };
    const answer = await this.asking.ask(() => this.api.post<Confirmed>('sign-in/second-factor/confirm', { code }));
    if (!answer) return;
    this.entered = answer.session;
    this.codes.set(answer.recoveryCodes);
  }

  protected enter(): void {
    if (this.entered) this.session.take(this.entered);
    this.done.emit();
  }

  private async enrol(): Promise<void> {
    this.enrolment.set(await this.asking.ask(() => this.api.post<EnrolmentView>('sign-in/second-factor/enrol', {})));
  }
}
