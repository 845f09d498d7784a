import { ChangeDetectionStrategy, Component, inject, input, type OnInit, signal } from '@angular/core';
import type { AccountView, EnrolmentView, RecoveryCodes, SignInWays } from '../../../server/contract/account-views.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { EnrolSecondFactor } from '../shared/enrol-second-factor.js';
import { RecoveryCodeList } from '../shared/recovery-codes.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** How one signs in oneself: second factor, recovery codes, connected directories. */
@Component({
  selector: 'lm-konto',
  imports: [Button, Control, EnrolSecondFactor, Field, Pane, RecoveryCodeList, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './konto.html',
  styleUrl: './konto.css',
})
export class Konto implements OnInit {
  /** Code of the refusal with which a directory has sent the person back. */
  readonly grund = input<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  protected readonly account = liveView<AccountView>(() => 'account', []);
  protected readonly asking = new Asking();
  protected readonly enrolment = signal<EnrolmentView | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly returned = signal<Refusal | null>(null);
  protected readonly password = signal('');
  protected readonly day = date;

  ngOnInit(): void {
    const reason = this.grund();
    if (reason !== undefined) void this.tell(reason);
  }

  private async tell(reason: string): Promise<void> {
    const answer = await this.api.get<SignInWays>(`sign-in/ways?grund=${encodeURIComponent(reason)}`);
    if (!isRefusal(answer)) this.returned.set(answer.refusal);
  }

  protected async enrol(event: Event, password: string): Promise<void> {
    event.preventDefault();
    const begun = await this.ask<EnrolmentView>('second-factor/enrol', { password });
    if (begun) this.enrolment.set(begun);
  }

  protected async confirm(code: string): Promise<void> {
    const confirmed = await this.ask<RecoveryCodes>('second-factor/confirm', { code });
    if (!confirmed) return;
    this.enrolment.set(null);
    this.codes.set(confirmed.recoveryCodes);
  }

  protected async renew(code: string): Promise<void> {
    const renewed = await this.ask<RecoveryCodes>('second-factor/codes', { code });
    if (renewed) this.codes.set(renewed.recoveryCodes);
  }

  protected async remove(code: string): Promise<void> {
    if (!(await this.ask('second-factor/remove', { code }))) return;
    this.toasts.show($localize`:@@konto.removed:Der zweite Faktor ist entfernt.`);
    await this.account.reload();
  }

  protected async connect(id: string): Promise<void> {
    const answer = await this.ask<{ url: string }>(`connect/${id}`, {});
    if (answer) location.assign(answer.url);
  }

  protected async disconnect(id: string): Promise<void> {
    if (await this.ask(`links/${id}/remove`, {})) await this.account.reload();
  }

  protected async kept(): Promise<void> {
    this.codes.set(null);
    await this.account.reload();
  }

  private ask<Value extends object>(path: string, body: object): Promise<Value | null> {
    return this.asking.ask(() => this.api.post<Value>(`account/${path}`, body));
  }
}
