import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import {
  AUFGABEN_LISTS,
  type AufgabenFilter,
  type AufgabenList,
  type SavedFilterRow,
} from '../../../server/contract/aufgaben-views.js';
import { liveView } from '../../live/live-view.js';
import type { Tab } from '../../ui/tabs/tabs.js';
import { addressOf, FILTER_PARTS } from './filter-words.js';

/** The counts of kept filters cost one question each; they may be two seconds old. */
const COUNTS_MS = 2_000;

/** Which list is shown, and what of it: all of it stands in the address, so that it can be sent to somebody. */
export interface InboxPlace {
  readonly list: Signal<AufgabenList>;
  /** Where the list is read, below `/api/`. */
  readonly address: Signal<string>;
  readonly tabs: Signal<readonly Tab[]>;
  readonly tab: Signal<string>;
  /** The kept filter that is shown; null where the list is whole or limited otherwise. */
  readonly kept: Signal<SavedFilterRow | null>;
  readonly limited: Signal<boolean>;
  /** @param tab a list, or the id of a kept filter */
  choose(tab: string): void;
  filter(filter: AufgabenFilter): void;
  /** Reads the kept filters again. */
  reload(): Promise<void>;
}

/** Call it in an injection context. @param counts rows of each list, once they are known */
export function inboxPlace(counts: () => Readonly<Record<AufgabenList, number>> | null): InboxPlace {
  const [route, router] = [inject(ActivatedRoute), inject(Router)];
  const parameters = toSignal(route.queryParamMap, { requireSync: true });
  const saved = liveView<{ items: SavedFilterRow[] }>(() => 'aufgabenfilter', ['aufgabe'], { throttleMs: COUNTS_MS });
  const list = computed(() => AUFGABEN_LISTS.find((one) => one === parameters().get('list')) ?? 'meine');
  const asked = computed(() =>
    FILTER_PARTS.flatMap((part) => {
      const value = parameters().get(part);
      return value === null || value === '' ? [] : [[part, value] as const];
    }),
  );
  const kept = computed(() => {
    const shown = JSON.stringify(asked());
    return saved.value()?.items.find((row) => row.list === list() && JSON.stringify(entriesOf(row)) === shown) ?? null;
  });

  function go(query: Readonly<Record<string, string | null>>, history: 'push' | 'replace'): void {
    void router.navigate(['aufgaben'], { queryParams: query, replaceUrl: history === 'replace' });
  }
  const listParameter = (wanted: AufgabenList) => (wanted === 'meine' ? null : wanted);

  return {
    list,
    // The list goes on as it stands in the address: what does not exist, the server refuses with a sentence.
    address: computed(
      () => `aufgaben?${new URLSearchParams([['list', parameters().get('list') ?? 'meine'], ...asked().map(pair)])}`,
    ),
    tabs: computed(() => [...listTabs(list(), counts()), ...(saved.value()?.items ?? []).map(filterTab)]),
    tab: computed(() => kept()?.id ?? list()),
    kept,
    limited: computed(() => asked().length > 0),
    choose: (tab) => {
      const row = saved.value()?.items.find(({ id }) => id === tab);
      const wanted = row?.list ?? AUFGABEN_LISTS.find((one) => one === tab) ?? 'meine';
      go({ ...addressOf(row?.filter ?? {}), list: listParameter(wanted) }, 'push');
    },
    filter: (filter) => go({ ...addressOf(filter), list: listParameter(list()) }, 'replace'),
    reload: () => saved.reload(),
  };
}

function entriesOf({ filter }: SavedFilterRow): (readonly [string, string])[] {
  return Object.entries(addressOf(filter)).flatMap(([part, value]) => (value === null ? [] : [[part, value] as const]));
}

function pair([name, value]: readonly [string, string]): [string, string] {
  return [name, value];
}

function filterTab({ id, name, count }: SavedFilterRow): Tab {
  return { id, label: name, count };
}

/** Deputyship and Wiedervorlage have a tab only where there is something in them. */
function listTabs(list: AufgabenList, counts: Readonly<Record<AufgabenList, number>> | null): Tab[] {
  const labels: Readonly<Record<AufgabenList, string>> = {
    meine: $localize`:@@inbox.mine:Meine`,
    gruppe: $localize`:@@inbox.group:Sachgebiet`,
    vertretung: $localize`:@@inbox.deputy:Vertretung`,
    wiedervorlage: $localize`:@@inbox.aside:Wiedervorlage`,
  };
  return AUFGABEN_LISTS.filter(
    (one) => one === 'meine' || one === 'gruppe' || one === list || (counts?.[one] ?? 0) > 0,
  ).map((id) => ({ id, label: labels[id], ...(counts ? { count: counts[id] } : {}) }));
}
