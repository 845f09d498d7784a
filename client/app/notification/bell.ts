import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import type { NotificationsView } from '../../../server/contract/notification-views.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { NotificationSheet } from './notification-sheet.js';
import { RulesSheet } from './rules-sheet.js';
import { SystemSign } from './system-sign.js';

/** One act makes several events, and a busy office many; nobody looks at the bell twice a second. */
const BELL_MS = 1_000;
/** More does not fit, and says no more. */
const MOST = 99;

/** How many things somebody was told and has not read, in the head of every page. In quiet hours it makes no sign. */
@Component({
  selector: 'lm-bell',
  imports: [IconButton, NotificationSheet, RulesSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (told.value(); as view) {
    <button
      lmIconButton
      type="button"
      aria-haspopup="dialog"
      [icon]="view.sign === 'quiet' ? 'notifications-paused' : 'notifications'"
      [label]="label()"
      (click)="open.set('list')"
    >
      @if (count() > 0) {
        <span class="count" aria-hidden="true">{{ count() > most ? most + '+' : count() }}</span>
      }
    </button>
    @if (open() === 'list') {
      <lm-notification-sheet [view]="view" (closed)="open.set(null)" (rules)="open.set('rules')" />
    }
    @if (open() === 'rules') {
      <lm-rules-sheet (closed)="open.set(null)" />
    }
  }`,
  styles: `
    .count {
      position: absolute;
      top: -2px;
      right: -2px;
      min-width: 18px;
      padding: 0 4px;
      border-radius: 9px;
      background: var(--accent);
      color: var(--on-accent);
      font-size: 0.6875rem;
      font-weight: 600;
      line-height: 18px;
      text-align: center;
    }
  `,
})
export class Bell {
  protected readonly most = MOST;
  protected readonly open = signal<'list' | 'rules' | null>(null);
  private readonly session = inject(Session);
  private readonly system = inject(SystemSign);
  protected readonly told = liveView<NotificationsView>(
    () => (this.session.may('aufgabe.work') ? 'notifications' : null),
    ['notification', 'aufgabe', 'ersuchen', 'access', 'clock'],
    { throttleMs: BELL_MS },
  );
  protected readonly count = computed(() => {
    const view = this.told.value();
    return view?.sign === 'shown' ? view.unread : 0;
  });
  protected readonly label = computed(() => {
    if (this.told.value()?.sign === 'quiet') return $localize`:@@notification.bellQuiet:Benachrichtigungen, Ruhezeit`;
    return this.count() > 0
      ? $localize`:@@notification.bellUnread:Benachrichtigungen, ${this.count()}:count: ungelesen`
      : $localize`:@@notification.title:Benachrichtigungen`;
  });

  constructor() {
    let again: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const view = this.told.value();
      clearTimeout(again);
      untracked(() => {
        if (view === null) this.system.forget();
        else this.system.tell(view, () => this.open.set('list'));
      });
      // Quiet hours and digests come by the clock of the office, without an event.
      if (view) again = setTimeout(() => void this.told.reload(), view.again * 1_000);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(again));
  }
}
