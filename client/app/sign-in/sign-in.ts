import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { DemoAccount } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { Avatar } from '../../ui/avatar/avatar.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Logo } from '../frame/logo.js';
import { RefusalAlert } from '../../screens/shared/refusal-alert.js';

/** Sign-in with local accounts; a demo shows its accounts as buttons. */
@Component({
  selector: 'lm-sign-in',
  imports: [Avatar, Button, Control, Field, Logo, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
})
export class SignIn {
  /** Where to go after the sign-in. */
  readonly weiter = input<string>();

  protected readonly language = inject(Language);
  protected readonly accounts = signal<readonly DemoAccount[]>([]);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly state = signal<'ready' | 'busy'>('ready');

  private readonly session = inject(Session);
  private readonly router = inject(Router);

  constructor() {
    void this.session.demoAccounts().then((answer) => !isRefusal(answer) && this.accounts.set(answer.accounts));
  }

  protected submit(event: Event, login: string, password: string): void {
    event.preventDefault();
    void this.signIn(login, password);
  }

  protected async signIn(login: string, password: string): Promise<void> {
    if (this.state() === 'busy') return;
    this.state.set('busy');
    const refusal = await this.session.signIn(login, password);
    this.state.set('ready');
    this.refusal.set(refusal);
    // Only a path of our own: an address from the outside must not lead away after the sign-in.
    const target = this.weiter() ?? '/';
    if (!refusal) await this.router.navigateByUrl(/^\/(?![/\\])/.test(target) ? target : '/');
  }
}
