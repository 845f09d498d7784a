import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { AktenplanAusgabe, EinheitRow, EinheitView } from '../../../server/contract/aktenplan-views.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { DateField } from '../../ui/field/date-field.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { MenuButton } from '../../ui/menu/menu-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { Plan } from '../akte/plan.js';
import type { PlanEntry } from '../akte/plan-tree.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { EinheitPane } from './einheit-pane.js';
import { EinheitSheet } from './einheit-sheet.js';
import { ImportSheet } from './import-sheet.js';
import { RuleSheet } from './rule-sheet.js';

/** The Aktenplan: the tree of any day, one position with its rules and its history, changes, import and export. */
@Component({
  selector: 'lm-aktenplan',
  imports: [
    Button,
    DateField,
    EinheitPane,
    EinheitSheet,
    EmptyState,
    ImportSheet,
    Keys,
    MenuButton,
    Pane,
    Plan,
    RefusalAlert,
    RuleSheet,
    Skeleton,
    Splitter,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './aktenplan.html',
  styleUrl: './aktenplan.css',
})
export class Aktenplan {
  /** Id of the position shown, from the address. */
  readonly id = input('');

  protected readonly wide = wideScreen();
  protected readonly date = date;
  protected readonly treeWidth = signal(360);
  /** Day whose plan is shown; empty for today. */
  protected readonly day = signal('');
  protected readonly sheet = signal<'none' | 'import' | 'add' | 'rule'>('none');
  protected readonly refusal = signal<Refusal | null>(null);
  private readonly session = inject(Session);
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly mayManage = computed(() => this.session.may('aktenplan.manage'));
  protected readonly einheit = liveView<EinheitView>(() => {
    const day = this.day() === '' ? '' : `?day=${this.day()}`;
    return this.id() === '' ? null : `aktenplan/einheiten/${this.id()}${day}`;
  }, ['aktenplan']);
  protected readonly way = computed<readonly PlanEntry[]>(() => {
    const shown = this.einheit.value();
    return (shown?.path ?? []).map(({ id, kennzeichen, titel }, index): PlanEntry => {
      const known: EinheitRow | null = shown?.id === id ? shown : null;
      const parentId = shown?.path[index - 1]?.id ?? null;
      return {
        kind: 'einheit',
        row: known ?? { id, parentId, kennzeichen, titel, state: 'offen', below: 'einheiten' },
      };
    });
  });
  protected readonly formats = [
    { id: 'csv' as const, label: $localize`:@@aktenplan.csv:Tabelle (CSV)` },
    { id: 'xdomea' as const, label: $localize`:@@aktenplan.xdomea:xdomea-Nachricht 0301` },
  ];
  private readonly router = inject(Router);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  protected readonly addLabel = this.language.pick(ACTS['aktenplan.addEinheit'].label);
  protected readonly keys: readonly KeyBinding[] = [
    { key: 'n', label: this.addLabel, shown: 'footer', run: () => this.mayManage() && this.sheet.set('add') },
  ];

  protected open(id: string | null): void {
    void this.router.navigate(['aktenplan', ...(id === null ? [] : [id])]);
  }

  protected added(id: string): void {
    this.sheet.set('none');
    this.open(id);
  }

  /** The plan of the day that is shown, as a file for other systems and for a spreadsheet. */
  protected async save(format: 'csv' | 'xdomea'): Promise<void> {
    const day = this.day() === '' ? '' : `&day=${this.day()}`;
    const answer = await this.api.get<AktenplanAusgabe>(`aktenplan/ausgabe?format=${format}${day}`);
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (isRefusal(answer)) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([answer.text], { type: answer.mime }));
    link.download = answer.fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
