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
import type { EingangRow as Row } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Undo } from '../../live/undo.js';
import { dayOf } from '../../locale/format.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { FileDrop } from '../../ui/file-drop/file-drop.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { neighbour } from '../inbox/group-aufgaben.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { EingangPane } from './eingang-pane.js';
import { EingangRow } from './eingang-row.js';
import { ReceiveFiles } from './receive-files.js';

type Queue = 'posteingang' | 'klaerung';

/** S4: the intake desk. The proposals have the focus; Enter files and opens the next item. */
@Component({
  selector: 'lm-posteingang',
  imports: [
    EingangPane,
    EingangRow,
    EmptyState,
    FileDrop,
    IconButton,
    Keys,
    Listbox,
    Pane,
    RefusalAlert,
    Skeleton,
    Splitter,
    Tabs,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './posteingang.html',
  styleUrl: './posteingang.css',
})
export class Posteingang {
  readonly id = input('');

  protected readonly session = inject(Session);
  protected readonly wide = wideScreen();
  protected readonly queue = signal<Queue>('posteingang');
  protected readonly queueWidth = signal(340);
  protected readonly rows = liveView<{ items: Row[] }>(() => 'posteingang', ['eingang', 'clock']);
  protected readonly today = computed(() => {
    this.rows.value();
    return dayOf(this.session.now());
  });
  protected readonly shown = computed(() => this.rowsOf(this.queue()).filter((row) => !this.gone().has(row.id)));
  protected readonly groups = computed(() => [{ id: 'all', label: '', items: this.shown() }]);
  protected readonly ids = computed(() => this.shown().map((row) => row.id));
  protected readonly tabs = computed<readonly Tab<Queue>[]>(() => [
    {
      id: 'posteingang',
      label: $localize`:@@screen.posteingang:Posteingang`,
      count: this.rowsOf('posteingang').length,
    },
    { id: 'klaerung', label: $localize`:@@posteingang.klaerung:Klärung`, count: this.rowsOf('klaerung').length },
  ]);
  protected readonly sure = computed(() => this.shown().filter(({ confidence }) => confidence === 'sicher').length);
  protected readonly position = computed(() => this.ids().indexOf(this.id()) + 1);
  protected readonly idOf = (row: Row) => row.id;

  /** After an act the proposals of the next item take the focus; while the queue is walked through it stays there. */
  protected readonly focusOnOpen = signal(false);

  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly receiving = inject(ReceiveFiles);
  private readonly undo = inject(Undo);
  private readonly listbox = viewChild(Listbox);
  private readonly pane = viewChild(EingangPane);
  private readonly gone = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect(() => {
      const first = this.ids()[0];
      if (this.id() === '' && first !== undefined && this.wide()) untracked(() => this.open(first));
    });
  }

  protected open(id: string | null): void {
    void this.router.navigate(['posteingang', ...(id === null ? [] : [id])], { replaceUrl: id !== null });
  }

  protected choose(queue: Queue): void {
    this.queue.set(queue);
    this.open(null);
  }

  protected done(id: string, result: string): void {
    const next = neighbour(this.ids(), id);
    this.gone.update((gone) => new Set([...gone, id]));
    this.focusOnOpen.set(true);
    this.open(next ?? null);
    this.toasts.show(result);
  }

  /** An item that comes back, by undo or from Klaerung, must show again. */
  protected returned(id: string): void {
    this.gone.update((gone) => new Set([...gone].filter((other) => other !== id)));
    void this.rows.reload();
  }

  protected async upload(files: readonly File[]): Promise<void> {
    const first = await this.receiving.send(files);
    await this.rows.reload();
    if (first) {
      this.returned(first);
      this.open(first);
    }
  }

  protected readonly keys: readonly KeyBinding[] = [
    { key: 'j', label: $localize`:@@keys.next:nächste`, shown: 'footer', run: () => this.listbox()?.move(1) },
    { key: 'k', label: $localize`:@@keys.previous:vorige`, shown: 'footer', run: () => this.listbox()?.move(-1) },
    {
      key: 'Enter',
      label: $localize`:@@posteingang.accept:Ablegen, nächste Sendung`,
      shown: 'footer',
      run: () => this.pane()?.file(),
    },
    {
      key: 'Control+Enter',
      label: this.language.pick(ACTS['posteingang.assignEingang'].label),
      where: 'fields',
      run: () => this.pane()?.file(),
    },
    ...[1, 2, 3, 4, 5].map((number) => ({
      key: String(number),
      label: $localize`:@@posteingang.pick:Vorschlag ${number}:number: wählen`,
      run: () => this.pane()?.pick(number - 1),
    })),
    {
      key: 'u',
      label: this.language.pick(ACTS['posteingang.setAsideEingang'].label),
      shown: 'footer',
      run: () => this.pane()?.setAside(),
    },
    { key: 'z', label: $localize`:@@done.undo:Zurücknehmen`, shown: 'footer', run: () => void this.takeBack() },
    { key: 'Escape', label: $localize`:@@inbox.toList:zur Liste`, where: 'fields', run: () => this.listbox()?.focus() },
  ];

  private async takeBack(): Promise<void> {
    await this.undo.undoLatest();
    this.gone.set(new Set());
    await this.rows.reload();
  }

  private rowsOf(queue: Queue): Row[] {
    const states: readonly Row['state'][] =
      queue === 'klaerung' ? ['klaerung', 'quarantaene'] : ['empfangen', 'geprueft'];
    return (this.rows.value()?.items ?? []).filter(({ state }) => states.includes(state));
  }
}
