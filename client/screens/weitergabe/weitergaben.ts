import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import type { AngebotRow, WeitergabeRow } from '../../../server/contract/weitergabe-views.js';
import { pagedQuery } from '../../live/paged-query.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { AngebotList } from './angebot-list.js';
import { MadeList } from './made-list.js';

type View = 'angebote' | 'ausgang';

/** F13: what other Mandanten offer to this house, and what this house has handed over. */
@Component({
  selector: 'lm-weitergaben',
  imports: [AngebotList, Button, EmptyState, MadeList, Pane, RefusalAlert, Skeleton, Tabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './weitergaben.html',
  styleUrls: ['../shared/panel-page.css', './weitergaben.css'],
})
export class Weitergaben {
  private readonly session = inject(Session);
  protected readonly tabs = computed<readonly Tab<View>[]>(() => [
    ...(this.session.may('weitergabe.receive')
      ? [{ id: 'angebote' as const, label: $localize`:@@weitergabe.angebote:Angebote an uns` }]
      : []),
    ...(this.session.may('weitergabe.order')
      ? [{ id: 'ausgang' as const, label: $localize`:@@weitergabe.ausgang:Von uns weitergegeben` }]
      : []),
  ]);
  protected readonly view = linkedSignal<View>(() => this.tabs()[0]?.id ?? 'ausgang');
  protected readonly angebote = pagedQuery<AngebotRow>(
    (_words, after) => (this.session.may('weitergabe.receive') ? `angebote${placeOf(after)}` : null),
    ['angebot'],
  );
  protected readonly ausgang = pagedQuery<WeitergabeRow>(
    (_words, after) => (this.session.may('weitergabe.order') ? `weitergaben${placeOf(after)}` : null),
    ['akte'],
  );
}

function placeOf(after: string | null): string {
  return after === null ? '' : `?before=${encodeURIComponent(after)}`;
}
