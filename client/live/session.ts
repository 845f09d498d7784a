import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Permission } from '../../server/contract/permissions.js';
import type { SignInAnswer, SignOutAnswer } from '../../server/contract/account-views.js';
import type { DemoAccount, SessionView } from '../../server/contract/views.js';
import { keepOwnWords } from '../locale/own-words.js';
import { Api } from './api.js';
import { DraftVault } from './draft-vault.js';
import { isLineBroken, isRefusal, type Answer } from './refusal.js';

/** A bad line must not look like the end of the session. */
const RETRY_MS = [500, 2_000, 4_000];

/** Written by the page that signs out, so that the others of this browser hear of it; the value only has to be another one. */
const DEPARTED = 'laufmappe.departed';

/** Who is signed in, what they may do, and the server's time. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly view = signal<SessionView | null>(null);
  readonly person = computed(() => this.view()?.person ?? null);

  /** Counts how often somebody has signed out here: a session that has ended by itself is none of them. */
  readonly departures = signal(0);

  private readonly api = inject(Api);
  private readonly vault = inject(DraftVault);
  /** Difference between the server's clock port and this machine's clock in ms; the demo moves it. */
  private readonly offset = signal(0);

  constructor() {
    effect(() => {
      if (this.api.signedOut() > 0) untracked(() => this.view.set(null));
    });
    addEventListener('storage', ({ key }) => {
      if (key !== DEPARTED) return;
      void this.depart();
      this.view.set(null);
    });
  }

  /** Reads the session, at the start of the page and after the demo's clock has moved. */
  async load(): Promise<void> {
    let view = await this.api.get<SessionView | null>('session');
    for (const wait of RETRY_MS) {
      if (!isRefusal(view) || !isLineBroken(view)) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      view = await this.api.get<SessionView | null>('session');
    }
    if (view !== null && !isRefusal(view)) return this.take(view);
    this.view.set(null);
    // The session is over and its key with it: what lies here, nobody can read any more.
    if (view === null) await this.vault.erase();
  }

  /** @param directory that knows the password; absent for an account of our own */
  async signIn(login: string, password: string, directory?: string): Promise<Answer<SignInAnswer>> {
    const answer = await this.api.post<SignInAnswer>('sign-in', { login, password, directory });
    if (!isRefusal(answer) && 'csrfToken' in answer) this.take(answer);
    return answer;
  }

  /**
   * Ends the session here, and at the provider that has vouched for it.
   * @returns `stillSignedIn` where the server was not reached: a page cannot end a session by itself and must not look as if it had
   */
  async signOut(): Promise<'signedOut' | 'stillSignedIn'> {
    const answer = await this.api.post<SignOutAnswer>('sign-out', {});
    if (isRefusal(answer) && isLineBroken(answer)) return 'stillSignedIn';
    localStorage.setItem(DEPARTED, String(Date.now()));
    await this.depart();
    if (!isRefusal(answer) && answer.leaveTo !== null) location.assign(answer.leaveTo);
    else this.view.set(null);
    return 'signedOut';
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

  /** Somebody is signed in. Where their authority says its words otherwise than this page does, the page is loaded again. */
  take(view: SessionView): void {
    if (keepOwnWords(view.wording) === 'other') return location.reload();
    this.api.useToken(view.csrfToken);
    this.offset.set(Date.parse(view.now) - Date.now());
    this.view.set(view);
  }

  /** Nothing of what the person has typed stays behind: first of all, since the address may change right after. */
  private depart(): Promise<void> {
    this.departures.update((count) => count + 1);
    return this.vault.erase();
  }
}
