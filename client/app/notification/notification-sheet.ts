import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActOutput } from '../../../server/contract/acts.js';
import type { NotificationEntry, NotificationsView } from '../../../server/contract/notification-views.js';
import { Acts } from '../../live/acts.js';
import { idempotencyKey } from '../../live/idempotency-key.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { clockTime, date } from '../../locale/format.js';
import { RefusalAlert } from '../../screens/shared/refusal-alert.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Icon } from '../../ui/icon/icon.js';
import { entriesOf, EVENT_ICONS, EVENT_WORDS, streamWords } from './notification-words.js';

/** What the bell rang for, by Vorgang or Ersuchen; each line leads to its Aufgabe, and is read with that. */
@Component({
  selector: 'lm-notification-sheet',
  imports: [Alert, Button, Dialog, EmptyState, Icon, RefusalAlert, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notification-sheet.html',
  styleUrl: './notification-sheet.css',
})
export class NotificationSheet {
  readonly view = input.required<NotificationsView>();
  readonly closed = output();
  /** The person wants to set up how they are told. */
  readonly rules = output();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  protected readonly language = inject(Language);
  protected readonly asking = new Asking();
  protected readonly icons = EVENT_ICONS;
  protected readonly events = EVENT_WORDS;
  protected readonly streamWords = streamWords;
  protected readonly unread = computed(() => unreadOf(entriesOf(this.view())));

  protected when(at: string): string {
    return `${date(at)} ${clockTime(at)}`;
  }

  protected async readAll(): Promise<void> {
    const ids = this.unread();
    const what = $localize`:@@notification.readDone:${ids.length}:count: als gelesen vermerkt`;
    await this.asking.ask(() => this.acts.run('notification.markNotifications', { ids, state: 'read' }, what));
  }

  /** Reading by the way is no act to be listed under „Zuletzt getan“; where it fails, the line stays unread. */
  protected leave(entries: readonly NotificationEntry[]): void {
    const ids = unreadOf(entries);
    if (ids.length > 0) {
      const marked = { ids, state: 'read' };
      void this.api.post<ActOutput<'notification.markNotifications'>>('acts/notification.markNotifications', marked, {
        'idempotency-key': idempotencyKey(),
      });
    }
    this.closed.emit();
  }
}

function unreadOf(entries: readonly NotificationEntry[]): string[] {
  return entries.filter(({ state }) => state === 'unread').map(({ id }) => id);
}
