import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import type { SearchFacet, SearchHit, SearchView } from '../../../server/contract/search-views.js';
import { Api } from '../../live/api.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { Chip } from '../../ui/chip/chip.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { addressOf } from '../shared/record-address.js';
import { HitList } from './hit-list.js';
import { wordOf } from './hit-words.js';
import { PlanSheet } from '../stapel/plan-sheet.js';
import { KeptSearches } from './kept-searches.js';
import { hasFilter, toggleFilter } from './query-text.js';

/** Searching costs the server more than reading a list; a hit that is five seconds old is still a hit. */
const THROTTLE_MS = 5_000;

/** Full-text search. The search is the address: it can be kept, shared and gone back to. */
@Component({
  selector: 'lm-search',
  imports: [Button, Chip, Control, EmptyState, Field, HitList, KeptSearches, Pane, PlanSheet, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './search.html',
  styleUrl: './search.css',
})
export class Search {
  /** What is searched for, from the address. */
  readonly q = input('', { transform: (text: string | undefined) => text ?? '' });

  protected readonly query = computed(() => this.q().trim());
  protected readonly view = liveView<SearchView>(
    () => (this.query() === '' ? null : `search?q=${encodeURIComponent(this.query())}`),
    ['vorgang', 'eingang'],
    { throttleMs: THROTTLE_MS },
  );
  private readonly further = linkedSignal<SearchView | null, { hits: SearchHit[]; cursor: string | null }>({
    source: this.view.value,
    computation: (view) => ({ hits: [], cursor: view?.cursor ?? null }),
  });
  protected readonly hits = computed(() => [...(this.view.value()?.hits ?? []), ...this.further().hits]);
  protected readonly cursor = computed(() => this.further().cursor);
  protected readonly loading = signal(false);
  /** Chosen for a batch; another search begins without any. */
  protected readonly chosenIds = linkedSignal<string, ReadonlySet<string>>({
    source: this.query,
    computation: () => new Set<string>(),
  });
  protected readonly chosenHits = computed(() => this.hits().filter(({ id }) => this.chosenIds().has(id)));
  protected readonly mayBatch = computed(() => this.session.may('stapel.run'));
  protected readonly planning = signal(false);
  protected readonly word = wordOf;
  protected readonly facets = computed(() => this.view.value()?.facets ?? []);

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  /** Only what was just typed leads away from this page; going back to it must not lead away again. */
  private typed = '';

  constructor() {
    effect(() => {
      const jump = this.view.value()?.jump;
      if (!jump || untracked(this.query) !== this.typed) return;
      this.typed = '';
      const { path, query } = addressOf(jump);
      void this.router.navigate(path, { queryParams: query });
    });
  }

  protected planned(stapelId: string): void {
    this.planning.set(false);
    void this.router.navigate(['/stapel', stapelId]);
  }

  protected submit(event: Event, text: string): void {
    event.preventDefault();
    this.typed = text.trim();
    this.search(this.typed);
  }

  protected toggle(filter: SearchFacet['filter'], value: string): void {
    this.search(toggleFilter(this.query(), filter, value));
  }

  protected chosen(filter: SearchFacet['filter'], value: string): boolean {
    return hasFilter(this.query(), filter, value);
  }

  protected titleOf({ filter }: SearchFacet): string {
    const titles = {
      typ: $localize`:@@search.facetKind:Was`,
      zustand: $localize`:@@search.facetState:Zustand`,
      art: $localize`:@@search.facetArt:Dokumentart`,
      plan: $localize`:@@search.facetPlan:Aktenplan`,
    };
    return titles[filter];
  }

  protected async more(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.loading()) return;
    this.loading.set(true);
    const answer = await this.api.get<SearchView>(`search?q=${encodeURIComponent(this.query())}&cursor=${cursor}`);
    this.loading.set(false);
    if (isRefusal(answer)) return;
    this.further.update(({ hits }) => ({ hits: [...hits, ...answer.hits], cursor: answer.cursor }));
  }

  private search(q: string): void {
    void this.router.navigate(['/suche'], { queryParams: q === '' ? {} : { q } });
  }
}
