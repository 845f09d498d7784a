import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { AufgabenLayout } from '../../../server/contract/aufgaben-views.js';
import type { AufgabeRow as Row } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { Undo } from '../../live/undo.js';
import { date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { focusPane, Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { Tabs } from '../../ui/tabs/tabs.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { openByItself } from '../shared/open-by-itself.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { AufgabePane } from './aufgabe-pane.js';
import { AufgabeRow } from './aufgabe-row.js';
import { AufgabenAhead } from './aufgaben-ahead.js';
import { aufgabenPages } from './aufgaben-pages.js';
import { FilterBar } from './filter-bar.js';
import { ORDER_WORDS } from './filter-words.js';
import { groupAufgaben, neighbour } from './group-aufgaben.js';
import { inboxPlace } from './inbox-place.js';
import { KeepFilter } from './keep-filter.js';

/** S1: empty the inbox with confidence. List, task, document; after an act the next task opens by itself. */
@Component({
  selector: 'lm-inbox',
  imports: [
    ...[AufgabePane, AufgabeRow, Button, EmptyState, FilterBar, KeepFilter, Keys, Listbox, Pane, RefusalAlert],
    ...[Skeleton, Splitter, Tabs],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './inbox.html',
  styleUrl: './inbox.css',
})
export class Inbox {
  /** Id of the open Aufgabe, from the address. */
  readonly id = input('');

  protected readonly language = inject(Language);
  protected readonly listWidth = signal(392);
  protected readonly place = inboxPlace(() => this.rows.value()?.counts ?? null);
  protected readonly list = this.place.list;
  protected readonly rows = aufgabenPages(() => this.place.address());
  protected readonly today = computed(() => {
    this.rows.value();
    return dayOf(this.session.now());
  });
  private readonly shown = computed(() =>
    (this.rows.value()?.items ?? []).map((row) => (this.seen().has(row.id) ? { ...row, unread: false } : row)),
  );
  protected readonly groups = computed(() => {
    const order = this.rows.value()?.layout.order ?? 'frist';
    return groupAufgaben(this.shown(), this.today(), {
      by: this.list() === 'wiedervorlage' ? 'wiedervorlage' : order === 'frist' ? 'frist' : 'order',
      heading: ORDER_WORDS[order],
      counts: this.rows.value()?.groups ?? null,
      gone: this.gone(),
    });
  });
  protected readonly ids = computed(() => this.groups().flatMap((group) => group.items.map((row) => row.id)));
  protected readonly nothingLeft = computed(() => {
    const next = this.shown().flatMap((row) => row.frist ?? [])[0];
    return next ? $localize`:@@inbox.nextFrist:Nächste Frist: ${date(next)}:day:.` : '';
  });
  protected readonly focusOnOpen = signal(false);
  protected readonly wide = wideScreen();
  protected readonly document = signal<'normal' | 'wide'>('normal');
  protected readonly keeping = signal(false);
  protected readonly idOf = (row: Row) => row.id;

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly undo = inject(Undo);
  private readonly nextOnes = inject(AufgabenAhead);
  protected readonly listbox = viewChild(Listbox);
  private readonly pane = viewChild(AufgabePane);
  private readonly bar = viewChild(FilterBar);
  /** Rows whose act the server has confirmed; forgotten when the list has been read again. */
  private readonly gone = signal<ReadonlySet<string>>(new Set());
  /** Opened here: read, before the list has been read again. */
  private readonly seen = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.seen.update((seen) => new Set([...seen, id])));
    });
    effect(() => {
      this.rows.readings();
      untracked(() => this.gone.set(new Set()));
    });
    openByItself(
      () => (this.id() === '' && this.wide() ? (this.ids()[0] ?? null) : null),
      (first) => this.open(first, 'replace'),
    );
  }

  protected open(id: string | null, history: 'push' | 'replace' = 'push'): void {
    const path = ['aufgaben', ...(id === null ? [] : [id])];
    void this.router.navigate(path, { replaceUrl: history === 'replace', queryParamsHandling: 'preserve' });
  }

  /** The open Aufgabe is on screen: time to read what follows it. */
  protected opened(): void {
    this.focusOnOpen.set(false);
    const ids = this.ids();
    this.nextOnes.read(ids.slice(ids.indexOf(this.id()) + 1));
  }

  protected async arrange(layout: AufgabenLayout): Promise<void> {
    const name = $localize`:@@screen.aufgaben:Aufgaben`;
    const answer = await this.acts.run('aufgabe.arrangeAufgaben', layout, name);
    if (isRefusal(answer)) this.toasts.show(this.language.pick(answer.message));
    await this.rows.reload();
  }

  protected async forget(): Promise<void> {
    const kept = this.place.kept();
    if (!kept) return;
    const answer = await this.acts.run('aufgabe.removeFilter', { id: kept.id }, kept.name);
    if (isRefusal(answer)) this.toasts.show(this.language.pick(answer.message));
    else this.place.choose(kept.list);
    await this.place.reload();
  }

  /** The Aufgabe has left this list: the next one opens and takes the focus. */
  protected done(id: string, result: string): void {
    const next = neighbour(this.ids(), id);
    this.gone.update((gone) => new Set([...gone, id]));
    void this.rows.reload();
    this.focusOnOpen.set(true);
    this.open(next ?? null, 'replace');
    const title = this.rows.value()?.items.find((row) => row.id === next)?.titel;
    this.toasts.show(
      title
        ? $localize`:@@inbox.doneNext:${result}:result: Nächste Aufgabe: ${this.language.asWritten(title)}:title:`
        : $localize`:@@inbox.doneAll:${result}:result: Alles erledigt.`,
    );
  }

  protected readonly keys: readonly KeyBinding[] = [
    { key: 'j', label: $localize`:@@keys.next:nächste`, shown: 'footer', run: () => this.listbox()?.move(1) },
    { key: 'k', label: $localize`:@@keys.previous:vorige`, shown: 'footer', run: () => this.listbox()?.move(-1) },
    { key: 'Enter', label: $localize`:@@inbox.enter:öffnen`, shown: 'footer', run: () => focusPane(1) },
    {
      key: 'Control+Enter',
      label: $localize`:@@keys.primary:erste Schaltfläche`,
      where: 'fields',
      run: () => this.pane()?.primary(),
    },
    {
      key: 'v',
      label: this.language.pick(ACTS['aufgabe.forwardAufgabe'].label),
      shown: 'footer',
      run: () => this.pane()?.handOver(),
    },
    {
      key: 'w',
      label: $localize`:@@inbox.aside:Wiedervorlage`,
      shown: 'footer',
      run: () => this.pane()?.putAside(),
    },
    { key: 'a', label: $localize`:@@inbox.toAkte:zur Akte`, shown: 'footer', run: () => this.pane()?.toAkte() },
    { key: 'z', label: $localize`:@@done.undo:Zurücknehmen`, shown: 'footer', run: () => void this.undo.undoLatest() },
    { key: '/', label: $localize`:@@filter.search:In der Liste suchen`, run: () => this.bar()?.focus() },
    { key: 'Escape', label: $localize`:@@inbox.toList:zur Liste`, where: 'fields', run: () => this.listbox()?.focus() },
  ];
}
