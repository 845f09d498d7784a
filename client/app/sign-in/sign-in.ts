import { ChangeDetectionStrategy, Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { SignInWays } from '../../../server/contract/account-views.js';
import type { DemoAccount } from '../../../server/contract/views.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { LanguageSwitch } from '../../screens/shared/language-switch.js';
import { RefusalAlert } from '../../screens/shared/refusal-alert.js';
import { Avatar } from '../../ui/avatar/avatar.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Logo } from '../frame/logo.js';
import { SecondStep } from './second-step.js';

/** Value of the select for an account with a password of ours. */
const HERE = 'here';

/** Sign-in by a password or by a directory of the house; a demo shows its accounts as buttons. */
@Component({
  selector: 'lm-sign-in',
  imports: [Avatar, Button, Control, Field, LanguageSwitch, Logo, RefusalAlert, SecondStep, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
})
export class SignIn implements OnInit {
  /** Where to go after the sign-in. */
  readonly weiter = input<string>();
  /** Code of the refusal with which a directory has sent somebody back. */
  readonly grund = input<string>();

  protected readonly language = inject(Language);
  protected readonly accounts = signal<readonly DemoAccount[]>([]);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly step = signal<'code' | 'enrol' | null>(null);
  /** Who knows the password that is typed. */
  protected readonly account = signal(HERE);

  private readonly ways = signal<SignInWays['directories']>([]);
  protected readonly providers = computed(() => this.ways().filter(({ kind }) => kind === 'openid'));
  protected readonly kinds = computed(() => {
    const ldap = this.ways().filter(({ kind }) => kind === 'ldap');
    const here = { value: HERE, label: $localize`:@@signIn.here:Konto in Laufmappe` };
    return ldap.length === 0 ? [] : [...ldap.map(({ id, name }) => ({ value: id, label: name })), here];
  });

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  constructor() {
    void this.session.demoAccounts().then((answer) => !isRefusal(answer) && this.accounts.set(answer.accounts));
  }

  ngOnInit(): void {
    // Signed in already: by a bookmark, or because the page was loaded again right after (Session.take).
    if (this.session.person() !== null) return void this.enter();
    void this.askWays();
  }

  private async askWays(): Promise<void> {
    const reason = this.grund();
    const query = reason === undefined ? '' : `?grund=${encodeURIComponent(reason)}`;
    const answer = await this.api.get<SignInWays>(`sign-in/ways${query}`);
    if (isRefusal(answer)) return;
    this.ways.set(answer.directories);
    this.account.set(this.kinds()[0]?.value ?? HERE);
    this.refusal.set(answer.refusal);
  }

  protected submit(event: Event, login: string, password: string): void {
    event.preventDefault();
    const directory = this.account();
    void this.signIn(login, password, directory === HERE ? undefined : directory);
  }

  protected async signIn(login: string, password: string, directory?: string): Promise<void> {
    if (this.state() === 'busy') return;
    this.state.set('busy');
    const answer = await this.session.signIn(login, password, directory);
    this.state.set('ready');
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (isRefusal(answer)) return;
    if ('secondFactor' in answer) this.step.set(answer.secondFactor);
    else await this.enter();
  }

  /** In the place of this form: back would lead to it, and from there forward again, which ends every way forward. */
  protected async enter(): Promise<void> {
    await this.router.navigateByUrl(this.target(), { replaceUrl: true });
  }

  /** Address of our server that leads to the provider. */
  protected wayTo(id: string): string {
    return `/api/sign-in/openid/${id}?weiter=${encodeURIComponent(this.target())}`;
  }

  /** Only a path of our own: an address from the outside must not lead away after the sign-in. */
  private target(): string {
    const target = this.weiter() ?? '/';
    return /^\/(?![/\\])/.test(target) ? target : '/';
  }
}
