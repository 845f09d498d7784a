import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { AccountList, AccountRow } from '../../../server/contract/account-views.js';
import { ACTS } from '../../../server/contract/acts.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** People for the administration: how they sign in, and the way back for whoever has lost their device. */
@Component({
  selector: 'lm-konten',
  imports: [Button, Control, EmptyState, Field, Pane, ReasonSheet, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './konten.html',
  styleUrls: ['../shared/panel-page.css', '../shared/panel-table.css'],
})
export class Konten {
  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  protected readonly words = signal('');
  protected readonly list = liveView<AccountList>(() => `accounts?q=${encodeURIComponent(this.words())}`, []);
  private readonly later = signal<{
    readonly of: AccountList;
    readonly items: AccountRow[];
    next: string | null;
  } | null>(null);
  protected readonly shown = computed(() => {
    const first = this.list.value();
    const more = this.later();
    if (!first) return null;
    return more?.of === first ? { items: [...first.items, ...more.items], next: more.next } : first;
  });
  protected readonly resetting = signal<AccountRow | null>(null);
  protected readonly asking = new Asking();
  protected readonly label = computed(() => this.language.pick(ACTS['identity.resetSecondFactor'].label));
  protected readonly day = date;

  protected isOwn({ id }: AccountRow): boolean {
    return this.session.person()?.id === id;
  }

  protected effectFor({ name }: AccountRow): string {
    return $localize`:@@konten.resetEffect:${name}:name: meldet sich danach nur mit dem Kennwort an und richtet, wo die Rolle es verlangt, bei der nächsten Anmeldung ein neues Gerät ein.`;
  }

  protected async more(next: string): Promise<void> {
    const [first, known] = [this.list.value(), this.later()];
    const query = `q=${encodeURIComponent(this.words())}&before=${encodeURIComponent(next)}`;
    const page = await this.api.get<AccountList>(`accounts?${query}`);
    if (!first || isRefusal(page)) return;
    const before = known?.of === first ? known.items : [];
    this.later.set({ of: first, items: [...before, ...page.items], next: page.next });
  }

  protected async reset({ id, name }: AccountRow, reason: string): Promise<void> {
    const done = await this.asking.ask(() =>
      this.acts.run('identity.resetSecondFactor', { personId: id, reason }, name),
    );
    if (!done) return;
    this.resetting.set(null);
    this.toasts.show($localize`:@@konten.reset:Der zweite Faktor von ${name}:name: ist zurückgesetzt.`);
    await this.list.reload();
  }
}
