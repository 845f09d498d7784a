import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Permission } from '../../server/contract/permissions.js';
import type { SignInAnswer, SignOutAnswer } from '../../server/contract/account-views.js';
import type { DemoAccount, SessionView } from '../../server/contract/views.js';
import { Api } from './api.js';
import { isRefusal, type Answer } from './refusal.js';

/** Who is signed in, what they may do, and the server's time. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly view = signal<SessionView | null>(null);
  readonly person = computed(() => this.view()?.person ?? null);

  private readonly api = inject(Api);
  /** Difference between the server's clock port and this machine's clock in ms; the demo moves it. */
  private readonly offset = signal(0);

  constructor() {
    effect(() => {
      if (this.api.signedOut() > 0) untracked(() => this.view.set(null));
    });
  }

  /** Reads the session, at the start of the page and after the demo's clock has moved. */
  async load(): Promise<void> {
    const view = await this.api.get<SessionView | null>('session');
    if (view === null || isRefusal(view)) this.view.set(null);
    else this.take(view);
  }

  /** @param directory that knows the password; absent for an account of our own */
  async signIn(login: string, password: string, directory?: string): Promise<Answer<SignInAnswer>> {
    const answer = await this.api.post<SignInAnswer>('sign-in', { login, password, directory });
    if (!isRefusal(answer) && 'csrfToken' in answer) this.take(answer);
    return answer;
  }

  /** Ends the session here, and at the provider that has vouched for it. */
  async signOut(): Promise<void> {
    const answer = await this.api.post<SignOutAnswer>('sign-out', {});
    if (!isRefusal(answer) && answer.leaveTo !== null) location.assign(answer.leaveTo);
    else this.view.set(null);
  }

  demoAccounts(): Promise<Answer<{ accounts: DemoAccount[] }>> {
    return this.api.get('demo/accounts');
  }

  may(permission: Permission): boolean {
    return this.person()?.permissions.includes(permission) ?? false;
  }

  /** The server's time now. */
  now(): Date {
    return new Date(Date.now() + this.offset());
  }

  /** Somebody is signed in. */
  take(view: SessionView): void {
    this.api.useToken(view.csrfToken);
    this.offset.set(Date.parse(view.now) - Date.now());
    this.view.set(view);
  }
}
