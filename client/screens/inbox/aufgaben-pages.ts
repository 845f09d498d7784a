import { effect, inject, type Signal, signal, untracked } from '@angular/core';
import type { AufgabenFirstPage, AufgabenPage } from '../../../server/contract/aufgaben-views.js';
import { Api } from '../../live/api.js';
import { liveView, type LiveView } from '../../live/live-view.js';
import { isRefusal } from '../../live/refusal.js';

/** Most that the server gives at once; what was loaded by scrolling comes back in as few requests as can be. */
const LONGEST_PAGE = 1_000;

export interface AufgabenPages extends Pick<LiveView<unknown>, 'refusal' | 'state' | 'reload'> {
  /** The list as far as it is loaded, with what the first page says of the whole. */
  readonly value: Signal<AufgabenFirstPage | null>;
  /** Counts how often the whole was read. */
  readonly readings: Signal<number>;
  /** Loads the next page, if there is one and none is on its way. */
  more(): Promise<void>;
}

/**
 * A list of Aufgaben, loaded page by page while somebody scrolls. When the server says that something changed, as much is
 * read anew as was loaded, and only then shown: the row under the eyes stays in its place. Call it in an injection context.
 * @param address of the list below `/api/`, with its filter
 */
export function aufgabenPages(address: () => string): AufgabenPages {
  const api = inject(Api);
  const first = liveView<AufgabenFirstPage>(address, ['aufgabe', 'clock']);
  const shown = signal<AufgabenFirstPage | null>(null);
  const readings = signal(0);
  let turn = 0;
  let loading: 'idle' | 'more' = 'idle';

  async function pageAfter(next: string, most: number): Promise<AufgabenPage | null> {
    const answer = await api.get<AufgabenPage>(`${untracked(address)}&most=${most}&after=${encodeURIComponent(next)}`);
    return isRefusal(answer) ? null : answer;
  }

  async function refill(page: AufgabenFirstPage | null): Promise<void> {
    const mine = ++turn;
    loading = 'idle';
    let loaded = page;
    const wanted = page === null ? 0 : (shown()?.items.length ?? 0);
    while (loaded && loaded.next !== null && loaded.items.length < wanted) {
      const behind = await pageAfter(loaded.next, Math.min(LONGEST_PAGE, wanted - loaded.items.length));
      if (mine !== turn) return;
      loaded = behind ? { ...loaded, items: [...loaded.items, ...behind.items], next: behind.next } : loaded;
      if (!behind) break;
    }
    shown.set(loaded);
    readings.update((count) => count + 1);
  }

  async function more(): Promise<void> {
    const [mine, page] = [turn, shown()];
    if (page?.next == null || loading === 'more') return;
    loading = 'more';
    const behind = await pageAfter(page.next, 200);
    if (mine !== turn) return;
    loading = 'idle';
    if (behind) shown.set({ ...page, items: [...page.items, ...behind.items], next: behind.next });
  }

  effect(() => {
    const page = first.value();
    untracked(() => void refill(page));
  });

  return {
    refusal: first.refusal,
    state: first.state,
    reload: () => first.reload(),
    value: shown.asReadonly(),
    readings: readings.asReadonly(),
    more,
  };
}
