import { Injectable, signal } from '@angular/core';
import type { NotificationsView } from '../../../server/contract/notification-views.js';
import { entriesOf } from './notification-words.js';

/** What the browser lets us do; `missing`: it has no such notifications, as on many phones. */
export type Permit = NotificationPermission | 'missing';

/**
 * Notifications of the operating system. They stand on locked screens and in the lists of other programs: never a name, a
 * title or an Aktenzeichen, only that something waits.
 */
@Injectable({ providedIn: 'root' })
export class SystemSign {
  readonly permit = signal<Permit>(permitNow());

  /** Newest instant that has been read; what was there when the page came is no news. */
  private known: string | null = null;

  /** Asks the person, in the window of the browser. Call it from something that they have done. */
  async ask(): Promise<void> {
    if (this.permit() !== 'default') return;
    this.permit.set(await Notification.requestPermission());
  }

  /** Shows one sign for all that is new since the last reading. In quiet hours none, and none for it afterwards. */
  tell(view: NotificationsView, open: () => void): void {
    const entries = entriesOf(view);
    const known = this.known;
    this.known = entries.reduce((newest, { at }) => (at > newest ? at : newest), known ?? '');
    if (known === null || view.sign === 'quiet' || this.permit() !== 'granted') return;
    const fresh = entries.filter(({ at, channel, state }) => channel === 'os' && state === 'unread' && at > known);
    const [first] = fresh;
    if (!first) return;
    const isAufgabe = fresh.every(({ kind }) => kind === 'new' || kind === 'handed');
    // The same tag in each window of the person: the system shows one of them.
    const sign = new Notification('Laufmappe', { body: bodyOf(fresh.length, isAufgabe), tag: first.id });
    sign.onclick = () => {
      window.focus();
      sign.close();
      open();
    };
  }

  /** Somebody else may sign in at this page. */
  forget(): void {
    this.known = null;
  }
}

function bodyOf(count: number, isAufgabe: boolean): string {
  if (!isAufgabe) return $localize`:@@notification.systemNews:Es gibt Neues in der Laufmappe.`;
  return count === 1
    ? $localize`:@@notification.systemOne:Eine neue Aufgabe wartet.`
    : $localize`:@@notification.systemMany:Neue Aufgaben warten.`;
}

function permitNow(): Permit {
  return 'Notification' in globalThis ? Notification.permission : 'missing';
}
