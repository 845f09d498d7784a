import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { clockTime, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { FileDrop } from '../../ui/file-drop/file-drop.js';
import { Icon } from '../../ui/icon/icon.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Tag } from '../../ui/tag/tag.js';
import type { RejectionLink } from '../../../server/contract/rejections.js';
import { DokumentBar } from '../dokument/dokument-bar.js';
import { DocumentPane } from '../document/document-pane.js';
import { type Paper, paperOf } from '../document/paper.js';
import { HistoryList } from '../shared/history-list.js';
import { PartMissing } from '../shared/part-missing.js';
import { addressOf } from '../shared/record-address.js';
import { wideScreen } from '../shared/wide-screen.js';
import { ClosingWorks } from './closing-works.js';
import { Obstacles } from './obstacles.js';
import { timeline, type TimelineEntry } from './timeline.js';
import { VorgangAufgaben } from './vorgang-aufgaben.js';
import { VorgangHead } from './vorgang-head.js';
import { type VorgangSheet, VorgangSheets } from './vorgang-sheets.js';
import { VorgangViews, type WorkView } from './vorgang-views.js';
import { Zeichnungen } from './zeichnungen.js';

type View = 'schriftgut' | 'zeichnungen' | 'aufgaben' | 'protokoll' | 'dokument' | WorkView;

/** One Vorgang: head, register, preview, and what can be done with it. */
@Component({
  selector: 'lm-vorgang-pane',
  // One by one: what is only used in a `@defer` is loaded later where it stands in no list of its own.
  imports: [
    Button,
    ClosingWorks,
    DocumentPane,
    DokumentBar,
    FileDrop,
    HistoryList,
    Icon,
    Listbox,
    MenuButton,
    Obstacles,
    Pane,
    PartMissing,
    RouterLink,
    Splitter,
    Tabs,
    Tag,
    VorgangAufgaben,
    VorgangHead,
    VorgangSheets,
    VorgangViews,
    Zeichnungen,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vorgang-pane.html',
  styleUrl: './vorgang-pane.css',
})
export class VorgangPane {
  readonly vorgang = input.required<VorgangView>();
  /** Dokument to begin with, from a link; empty: the newest. */
  readonly wanted = input('');
  readonly changed = output();
  readonly back = output();

  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly wide = wideScreen();
  protected readonly time = clockTime;
  protected readonly date = date;
  protected readonly previewSize = signal(424);
  protected readonly documentWidth = signal<'normal' | 'wide'>('normal');
  protected readonly zdaLabel = ACTS['akte.closeZdA'].label;
  protected readonly reopenLabel = ACTS['akte.reopenVorgang'].label;
  /** How a Dokument comes into the Vorgang; it can be dropped on it as well. */
  protected readonly ways: readonly MenuItem<'add' | 'write' | 'series'>[] = [
    { id: 'add', icon: 'upload', label: this.language.pick(ACTS['dokument.addUpload'].label) },
    { id: 'write', icon: 'edit-note', label: this.language.pick(ACTS['vorlage.createSchreiben'].label) },
    { id: 'series', icon: 'mail', label: this.language.pick(ACTS['vorlage.beginSerienbrief'].label) },
  ];
  protected readonly dropped = signal<readonly File[]>([]);
  protected readonly stornoLabel = ACTS['rechnung.stornoRechnung'].label;
  protected readonly idOf = (entry: TimelineEntry) => entry.id;
  private readonly id = computed(() => this.vorgang().id);
  protected readonly view = linkedSignal<string, View>({ source: this.id, computation: () => 'schriftgut' });
  /** The view where it is one of those that are loaded when they are needed. */
  protected readonly workView = computed(() => this.view() as WorkView);
  protected readonly sheet = linkedSignal<string, VorgangSheet | null>({ source: this.id, computation: () => null });
  protected readonly entries = computed(() => timeline(this.vorgang()));
  protected readonly active = linkedSignal<string, string | null>({
    source: () => `${this.id()} ${this.wanted()}`,
    // Whatever changes live, the row that was chosen stays chosen as long as it is there.
    computation: (source, previous) => {
      const rows = this.entries().flatMap(({ items }) => items);
      const wanted = previous?.source === source ? previous.value : this.wanted();
      return (rows.find(({ id }) => id === wanted) ?? rows.find(({ dokument }) => dokument))?.id ?? null;
    },
  });
  protected readonly entry = computed(() =>
    this.entries()
      .flatMap((group) => group.items)
      .find((candidate) => candidate.id === this.active()),
  );
  /** All versions of the chosen Dokument, newest first. */
  protected readonly papers = computed<readonly Paper[]>(() => {
    const dokument = this.entry()?.dokument;
    if (!dokument) return [];
    return [...dokument.versions]
      .sort((a, b) => b.nummer - a.nummer)
      .flatMap(({ nummer }) => paperOf(dokument, nummer) ?? []);
  });
  protected readonly tabs = computed<readonly Tab<View>[]>(() => {
    const { register, zeichnungen, aufgaben, ersuchen, process } = this.vorgang();
    return [
      { id: 'schriftgut', label: $localize`:@@vorgang.register:Schriftgut`, count: register.length },
      { id: 'zeichnungen', label: $localize`:@@vorgang.zeichnungen:Zeichnungen`, count: zeichnungen.length },
      { id: 'verfuegungen', label: $localize`:@@verfuegung.tab:Verfügungen` },
      { id: 'laufweg', label: $localize`:@@laufweg.tab:Laufweg` },
      { id: 'aufgaben', label: $localize`:@@screen.aufgaben:Aufgaben`, count: aufgaben.length },
      ...(ersuchen === null
        ? []
        : [{ id: 'ersuchen' as const, label: $localize`:@@screen.ersuchen:Ersuchen`, count: ersuchen }]),
      ...(process && this.session.may('process.read')
        ? [{ id: 'ablauf' as const, label: $localize`:@@aufgabe.flow:Ablauf` }]
        : []),
      { id: 'angaben', label: $localize`:@@akte.metadata:Angaben` },
      { id: 'protokoll', label: $localize`:@@vorgang.protokoll:Protokoll` },
      ...(this.wide() ? [] : [{ id: 'dokument' as const, label: $localize`:@@aufgabe.document:Dokument` }]),
    ];
  });

  private readonly listbox = viewChild(Listbox);

  move(delta: number): void {
    this.listbox()?.move(delta);
  }

  /** Opens the review of „z. d. A.“; what stands against it is listed there. */
  close(): void {
    if (this.canClose()) this.sheet.set('zda');
  }

  /** Opens „Verfügen“ on the Dokument that is open. */
  order(): void {
    if (this.canOrder()) this.sheet.set('verfuegen');
  }

  protected ordered(): void {
    this.view.set('verfuegungen');
    this.done();
  }

  private canOrder(): boolean {
    return this.vorgang().state === 'offen' && this.session.may('akte.edit');
  }

  protected canAdd(): boolean {
    return this.vorgang().state === 'offen' && this.session.may('dokument.write');
  }

  protected add(files: readonly File[]): void {
    if (!this.canAdd() || files.length === 0) return;
    this.dropped.set(files);
    this.sheet.set('add');
  }

  /** Leads to what stands in the way: a Dokument in the register, or the way of the process. */
  protected show({ noun, id }: RejectionLink): void {
    this.sheet.set(null);
    if (id === this.id()) return this.view.set('angaben');
    if (noun === 'akte' || noun === 'vorgang') {
      const { path, query } = addressOf({ kind: noun, id });
      return void this.router.navigate(path, { queryParams: query });
    }
    if (noun === 'process') return this.view.set('ablauf');
    if (noun === 'verfuegung') return this.view.set('verfuegungen');
    this.view.set('schriftgut');
    this.active.set(id);
  }

  protected canClose(): boolean {
    return this.vorgang().state === 'offen' && this.session.may('akte.close');
  }

  protected canReopen(): boolean {
    return this.vorgang().state === 'zdA' && this.session.may('akte.reopen');
  }

  protected done(): void {
    this.sheet.set(null);
    this.changed.emit();
  }
}
