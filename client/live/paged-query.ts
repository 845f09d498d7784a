import { computed, DestroyRef, inject, linkedSignal, signal, type Signal, untracked } from '@angular/core';
import { Api } from './api.js';
import type { Noun } from './live-stream.js';
import { liveView, type LiveView } from './live-view.js';
import { isRefusal } from './refusal.js';

/** Long enough that a word is typed in one go, short enough that the answer feels like the typing's own. */
const TYPING_MS = 200;

export interface PagedQuery<Row> extends Pick<LiveView<unknown>, 'refusal' | 'state' | 'reload'> {
  readonly items: Signal<readonly Row[]>;
  /** The words that these rows are the answer to; null before the first answer. */
  readonly answered: Signal<string | null>;
  /** Where the next page begins; null on the last one. */
  readonly next: Signal<string | null>;
  type(text: string): void;
  more(): Promise<void>;
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/**
 * What somebody looks for in a large list, found page by page while they type; the rows of the last question stay until
 * those of the next one are there. Call it in an injection context.
 * @param address below `/api/` for these words, from a place on; null while there is nothing to ask
 */
export function pagedQuery<Row>(
  address: (words: string, after: string | null) => string | null,
  nouns: readonly Noun[],
): PagedQuery<Row> {
  const api = inject(Api);
  const asked = signal('');
  const view = liveView<Page<Row>>(() => address(asked(), null), nouns);
  const page = linkedSignal<Page<Row> | null, (Page<Row> & { readonly words: string }) | null>({
    source: view.value,
    computation: (first, previous) => (first ? { ...first, words: untracked(asked) } : (previous?.value ?? null)),
  });
  let typing: ReturnType<typeof setTimeout> | undefined;
  inject(DestroyRef).onDestroy(() => clearTimeout(typing));

  async function more(): Promise<void> {
    const [after, words] = [page()?.next ?? null, asked()];
    const path = after === null ? null : address(words, after);
    if (path === null) return;
    const answer = await api.get<Page<Row>>(path);
    if (isRefusal(answer) || words !== asked()) return;
    page.update((shown) => shown && { ...shown, items: [...shown.items, ...answer.items], next: answer.next });
  }

  return {
    refusal: view.refusal,
    state: view.state,
    reload: () => view.reload(),
    items: computed(() => page()?.items ?? []),
    answered: computed(() => page()?.words ?? null),
    next: computed(() => page()?.next ?? null),
    type: (text) => {
      clearTimeout(typing);
      typing = setTimeout(() => asked.set(text.trim()), TYPING_MS);
    },
    more,
  };
}
