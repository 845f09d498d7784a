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
import type { AufgabeRow as Row } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Undo } from '../../live/undo.js';
import { date, dayOf } from '../../locale/format.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { focusPane, Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { AufgabePane } from './aufgabe-pane.js';
import { AufgabeRow } from './aufgabe-row.js';
import { groupAufgaben, neighbour } from './group-aufgaben.js';

type List = 'meine' | 'gruppe' | 'vertretung';

/** S1: empty the inbox with confidence. List, task, document; after an act the next task opens by itself. */
@Component({
  selector: 'lm-inbox',
  imports: [AufgabePane, AufgabeRow, EmptyState, Keys, Listbox, Pane, RefusalAlert, Skeleton, Splitter, Tabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './inbox.html',
  styleUrl: './inbox.css',
})
export class Inbox {
  /** Id of the open Aufgabe, from the address. */
  readonly id = input('');

  protected readonly language = inject(Language);
  protected readonly list = signal<List>('meine');
  protected readonly listWidth = signal(392);
  protected readonly rows = liveView<{ items: Row[]; counts: Record<List, number> }>(
    () => `aufgaben?list=${this.list()}`,
    ['aufgabe', 'clock'],
  );
  protected readonly today = computed(() => {
    this.rows.value();
    return dayOf(this.session.now());
  });
  private readonly shown = computed(() =>
    (this.rows.value()?.items ?? [])
      .filter((row) => !this.gone().has(row.id))
      .map((row) => (this.seen().has(row.id) ? { ...row, unread: false } : row)),
  );
  protected readonly groups = computed(() => groupAufgaben(this.shown(), this.today()));
  protected readonly ids = computed(() => this.groups().flatMap((group) => group.items.map((row) => row.id)));
  protected readonly tabs = computed<readonly Tab<List>[]>(() => [
    { id: 'meine', label: $localize`:@@inbox.mine:Meine`, ...this.countOf('meine') },
    { id: 'gruppe', label: $localize`:@@inbox.group:Sachgebiet`, ...this.countOf('gruppe') },
    ...(this.list() === 'vertretung' || (this.rows.value()?.counts.vertretung ?? 0) > 0
      ? [{ id: 'vertretung' as const, label: $localize`:@@inbox.deputy:Vertretung`, ...this.countOf('vertretung') }]
      : []),
  ]);
  protected readonly nothingLeft = computed(() => {
    const next = this.shown().flatMap((row) => row.frist ?? [])[0];
    return next ? $localize`:@@inbox.nextFrist:Nächste Frist: ${date(next)}:day:.` : '';
  });
  protected readonly focusOnOpen = signal(false);
  protected readonly wide = wideScreen();
  protected readonly document = signal<'normal' | 'wide'>('normal');
  protected readonly idOf = (row: Row) => row.id;

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly undo = inject(Undo);
  private readonly listbox = viewChild(Listbox);
  private readonly pane = viewChild(AufgabePane);
  /** Rows whose act the server has confirmed; the list forgets them when it has been read again. */
  private readonly gone = signal<ReadonlySet<string>>(new Set());
  /** Opened here: read, before the list has been read again. */
  private readonly seen = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.seen.update((seen) => new Set([...seen, id])));
    });
    effect(() => {
      const first = this.ids()[0];
      if (this.id() === '' && first !== undefined && this.wide()) untracked(() => this.open(first, 'replace'));
    });
  }

  protected open(id: string | null, history: 'push' | 'replace' = 'push'): void {
    void this.router.navigate(['aufgaben', ...(id === null ? [] : [id])], { replaceUrl: history === 'replace' });
  }

  protected choose(list: List): void {
    this.list.set(list);
    this.open(null);
  }

  /** The Aufgabe has left this inbox: the next one opens and takes the focus. */
  protected done(id: string, result: string): void {
    const next = neighbour(this.ids(), id);
    this.gone.update((gone) => new Set([...gone, id]));
    void this.rows.reload();
    this.focusOnOpen.set(true);
    this.open(next ?? null, 'replace');
    const title = this.rows.value()?.items.find((row) => row.id === next)?.titel;
    this.toasts.show(
      title
        ? $localize`:@@inbox.doneNext:${result}:result: Nächste Aufgabe: ${this.language.pick(title)}:title:`
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
    { key: 'a', label: $localize`:@@inbox.toAkte:zur Akte`, shown: 'footer', run: () => this.pane()?.toAkte() },
    { key: 'z', label: $localize`:@@done.undo:Zurücknehmen`, shown: 'footer', run: () => void this.undo.undoLatest() },
    { key: 'Escape', label: $localize`:@@inbox.toList:zur Liste`, where: 'fields', run: () => this.listbox()?.focus() },
  ];

  private countOf(list: List): { count: number } | Record<string, never> {
    const counts = this.rows.value()?.counts;
    return counts ? { count: counts[list] } : {};
  }
}
