import { ChangeDetectionStrategy, Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { EingangRow as Row } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Undo } from '../../live/undo.js';
import { dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
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
import { openByItself } from '../shared/open-by-itself.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { CertainSheet } from './certain-sheet.js';
import { EingangPane } from './eingang-pane.js';
import { EingangRow } from './eingang-row.js';
import type { Finished } from './eingang-acts.js';
import { HitRateSheet } from './hit-rate-sheet.js';
import { ReceiveFiles } from './receive-files.js';
import { PrintSeparator } from './scans/print-separator.js';

type Queue = 'posteingang' | 'klaerung' | 'elsewhere' | 'receipts';

const KEYED = [
  { key: 'u', act: 'posteingang.setAsideEingang', shown: 'footer' },
  { key: 'v', act: 'posteingang.forwardEingang', shown: 'footer' },
  { key: 'a', act: 'posteingang.acceptEingang' },
  { key: 'r', act: 'posteingang.refuseEingang' },
  { key: 'e', act: 'posteingang.orderReceipt' },
  { key: 's', act: 'posteingang.rearrangeScans' },
] as const;

/** What only the desk looks after. */
const DESK_QUEUES: readonly Tab<Queue>[] = [
  { id: 'klaerung', label: $localize`:@@posteingang.klaerung:Klärung` },
  { id: 'elsewhere', label: $localize`:@@posteingang.elsewhere:Weitergegeben` },
  { id: 'receipts', label: $localize`:@@posteingang.receipts:Bestätigungen` },
];

/** S4: the intake desk. The proposals have the focus; Enter files and opens the next item. */
@Component({
  selector: 'lm-posteingang',
  imports: [
    Button,
    CertainSheet,
    EingangPane,
    EingangRow,
    EmptyState,
    FileDrop,
    HitRateSheet,
    IconButton,
    Keys,
    Listbox,
    Pane,
    PrintSeparator,
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
  protected readonly queueWidth = signal(372);
  protected readonly sheet = signal<'none' | 'hitRate' | 'certain'>('none');
  protected readonly rows = liveView<{ items: Row[] }>(() => 'posteingang', ['eingang', 'clock']);
  private readonly unanswered = liveView<{ items: Row[] }>(() => 'posteingang/receipts', ['eingang']);
  protected readonly mayFileAll = computed(
    () => this.session.may('posteingang.assign') && this.session.may('stapel.run'),
  );
  private readonly certainOnes = liveView<{ count: number }>(
    () => (this.mayFileAll() ? 'posteingang/certain' : null),
    ['eingang'],
    // A figure on a button; the server proposes for the whole desk to find it.
    { throttleMs: 2_000 },
  );
  protected readonly certain = computed(() => this.certainOnes.value()?.count ?? 0);
  protected readonly today = computed(() => {
    this.rows.value();
    return dayOf(this.session.now());
  });
  protected readonly shown = computed(() =>
    this.rowsOf(this.queue()).filter((row) => this.gone().get(row.id) !== stampOf(row)),
  );
  protected readonly groups = computed(() => [{ id: 'all', label: '', items: this.shown() }]);
  protected readonly ids = computed(() => this.shown().map((row) => row.id));
  protected readonly tabs = computed<readonly Tab<Queue>[]>(() => [
    {
      id: 'posteingang',
      label: $localize`:@@screen.posteingang:Posteingang`,
      count: this.rowsOf('posteingang').length,
    },
    ...(this.session.may('posteingang.receive') ? DESK_QUEUES : [])
      .map(({ id, label }) => ({ ...{ id, label }, count: this.rowsOf(id).length }))
      // What was forwarded, or waits for a receipt, has a tab only where there is something in it: there is room for two.
      .filter(({ id, count }) => id === 'klaerung' || id === this.queue() || count > 0),
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
  /** What was done with a row that the server still tells of as it was: gone at once, and back when it comes back changed. */
  private readonly gone = signal<ReadonlyMap<string, string>>(new Map());

  constructor() {
    // Whoever comes to the desk works on its first item; whoever looks through the lists stays in them.
    let come = false;
    openByItself(
      () => (this.id() === '' && this.wide() ? (this.ids()[0] ?? null) : null),
      (first) => {
        if (!come) this.focusOnOpen.set(true);
        come = true;
        this.open(first);
      },
    );
  }

  protected open(id: string | null): void {
    void this.router.navigate(['posteingang', ...(id === null ? [] : [id])], { replaceUrl: id !== null });
  }

  protected choose(queue: Queue): void {
    this.queue.set(queue);
    this.open(null);
  }

  protected done({ id, result, next }: Finished): void {
    const following = next ?? neighbour(this.ids(), id);
    // What has just been made lies there, wherever the person was.
    if (next !== undefined) this.queue.set('posteingang');
    const row = this.shown().find((shown) => shown.id === id);
    if (row) this.gone.update((gone) => new Map([...gone, [id, stampOf(row)]]));
    this.focusOnOpen.set(true);
    this.open(following ?? null);
    this.toasts.show(result);
  }

  /** An item that comes back, by undo or from Klaerung, must show again. */
  protected returned(id: string): void {
    this.gone.update((gone) => new Map([...gone].filter(([other]) => other !== id)));
    void this.rows.reload();
    void this.unanswered.reload();
  }

  /** The rows that were filed are gone by themselves; those that were taken back must show again. */
  protected closeCertain(): void {
    this.sheet.set('none');
    this.gone.set(new Map());
    void this.rows.reload();
    void this.certainOnes.reload();
  }

  protected async upload(files: readonly File[]): Promise<void> {
    if (!this.session.may('posteingang.receive')) return;
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
    ...KEYED.map(({ key, act, ...rest }) => ({
      ...{ key, ...rest, label: this.language.pick(ACTS[act].label) },
      run: () => this.pane()?.perform(act),
    })),
    {
      key: 'd',
      label: this.language.pick(ACTS['posteingang.linkDuplicate'].label),
      shown: 'footer',
      run: () => this.pane()?.linkDuplicate(),
    },
    {
      key: 'b',
      label: this.language.pick(ACTS['stapel.planFiling'].label),
      run: () => this.certain() > 0 && this.sheet.set('certain'),
    },
    { key: 'z', label: $localize`:@@done.undo:Zurücknehmen`, shown: 'footer', run: () => void this.takeBack() },
    { key: 'Escape', label: $localize`:@@inbox.toList:zur Liste`, where: 'fields', run: () => this.listbox()?.focus() },
  ];

  private async takeBack(): Promise<void> {
    const before = new Set(this.ids());
    await this.undo.undoLatest();
    this.gone.set(new Map());
    await Promise.all([this.rows.reload(), this.unanswered.reload()]);
    // Letters that are scans again are no longer there: in the place of an open one its scan opens.
    const [open, back] = [this.id(), this.ids().find((id) => !before.has(id))];
    if (!this.ids().includes(open) && (back !== undefined || before.has(open))) this.open(back ?? null);
  }

  private rowsOf(queue: Queue): readonly Row[] {
    if (queue === 'receipts') return this.unanswered.value()?.items ?? [];
    return (this.rows.value()?.items ?? []).filter((row) => queueOf(row) === queue);
  }
}

/** Where a row is looked for: with whoever has it, else at the desk, by its state. */
function queueOf({ state, forwarding }: Row): Queue {
  if (forwarding) return forwarding.mine ? 'posteingang' : 'elsewhere';
  return state === 'klaerung' || state === 'quarantaene' ? 'klaerung' : 'posteingang';
}

/** The state of a row that something was done with; its receipt has a version of its own. */
function stampOf({ version, receipt }: Row): string {
  return `${version}.${receipt?.version ?? 0}`;
}
