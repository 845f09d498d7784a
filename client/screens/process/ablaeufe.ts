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
import { Router, RouterLink } from '@angular/router';
import type { ProcessMonitor, StandingInstance } from '../../../server/contract/process-views.js';
import type { ProcessRow } from '../../../server/contract/views.js';
import { liveView } from '../../live/live-view.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Tag } from '../../ui/tag/tag.js';
import { Diagram } from '../diagram/diagram.js';
import { type ModelText, readText } from '../diagram/model-text.js';
import { Models } from '../diagram/models.js';
import { openByItself } from '../shared/open-by-itself.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { IncidentList } from './incident-list.js';
import { InstanceTable, type Operation } from './instance-table.js';
import { CancelInstance } from './operate/cancel-instance.js';
import { MigrateInstance } from './operate/migrate-instance.js';
import { MoveToken } from './operate/move-token.js';
import { stepMarks, stepRows } from './step-rows.js';
import { StepTable } from './step-table.js';

type View = 'schritte' | 'vorgaenge' | 'stoerungen';

/** An incident shows within five seconds; the answer counts 90 days of history and must not be asked for at every step. */
const THROTTLE_MS = 3_000;

/** S7: what runs in each version of a process, where it stands, what stops it, and what can be done about it. */
@Component({
  selector: 'lm-ablaeufe',
  imports: [
    Button,
    CancelInstance,
    Diagram,
    EmptyState,
    IncidentList,
    InstanceTable,
    MenuButton,
    MigrateInstance,
    MoveToken,
    Pane,
    RefusalAlert,
    RouterLink,
    Skeleton,
    Splitter,
    StepTable,
    Tabs,
    Tag,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ablaeufe.html',
  styleUrl: './ablaeufe.css',
})
export class Ablaeufe {
  /** BPMN id of the process, from the address. */
  readonly id = input('');

  protected readonly listWidth = signal(560);
  protected readonly processes = liveView<{ processes: ProcessRow[] }>(() => 'processes', ['process']);
  protected readonly process = computed(() =>
    this.processes.value()?.processes.find(({ processId }) => processId === this.id()),
  );
  private readonly known = computed(() => this.process()?.processId);
  /** The newest one first; a version that comes into force meanwhile does not change what is looked at. */
  protected readonly version = linkedSignal<string | undefined, number | null>({
    source: this.known,
    computation: () => untracked(this.process)?.version ?? null,
  });
  protected readonly entry = computed(() => this.process()?.versions.find(({ version }) => version === this.version()));
  protected readonly monitor = liveView<ProcessMonitor>(
    () => (this.version() ? `processes/${encodeURIComponent(this.id())}/${this.version()}/monitor` : null),
    ['process', 'vorgang', 'aufgabe'],
    { throttleMs: THROTTLE_MS },
  );
  protected readonly text = signal<ModelText | null>(null);
  protected readonly none: ReadonlyMap<string, string> = new Map();
  protected readonly view = signal<View>('schritte');
  protected readonly chosen = linkedSignal<number | null, string | null>({
    source: this.version,
    computation: () => null,
  });
  protected readonly sheet = signal<{ readonly instance: StandingInstance; readonly operation: Operation } | null>(
    null,
  );
  protected readonly incidents = computed(() =>
    (this.monitor.value()?.instances ?? []).flatMap(({ incidents }) => incidents),
  );
  /** All, or those that stand at the chosen step. */
  protected readonly instances = computed(() => {
    const chosen = this.chosen();
    return (this.monitor.value()?.instances ?? []).filter(
      ({ tokens }) => chosen === null || tokens.some(({ elementId }) => elementId === chosen),
    );
  });
  protected readonly rows = computed(() => {
    const [monitor, text] = [this.monitor.value(), this.text()];
    return monitor && text ? stepRows(monitor.elements, monitor.instances, text) : [];
  });
  protected readonly marks = computed(() => stepMarks(this.rows()));
  protected readonly active = computed(() =>
    this.rows().flatMap(({ elementId, active }) => (active > 0 ? elementId : [])),
  );
  protected readonly tabs = computed<readonly Tab<View>[]>(() => [
    { id: 'schritte', label: $localize`:@@modeler.steps:Schritte` },
    {
      id: 'vorgaenge',
      label: $localize`:@@monitor.running:Laufende Vorgänge`,
      count: this.monitor.value()?.running ?? 0,
    },
    { id: 'stoerungen', label: $localize`:@@modeler.incidents:Störungen`, count: this.incidents().length },
  ]);
  protected readonly choices = computed<readonly MenuItem[]>(() =>
    (this.processes.value()?.processes ?? []).map(({ processId, name, running }) => ({
      id: processId,
      label: name,
      note: $localize`:@@monitor.runningNote:laufende Vorgänge: ${running}:running:`,
      ...(processId === this.id() ? { state: 'chosen' as const } : {}),
    })),
  );
  protected readonly versions = computed<readonly MenuItem[]>(() =>
    [...(this.process()?.versions ?? [])]
      .sort((a, b) => b.version - a.version)
      .map(({ version, deployedAt, running }) => ({
        id: String(version),
        label: this.versionWords(version),
        note: $localize`:@@modeler.versionNote:seit ${date(deployedAt)}:day:, laufende Vorgänge: ${running}:running:`,
        ...(version === this.version() ? { state: 'chosen' as const } : {}),
      })),
  );

  private readonly router = inject(Router);
  private readonly models = inject(Models);
  private readonly firstId = computed(() => this.processes.value()?.processes[0]?.processId);

  constructor() {
    openByItself(
      () => (this.id() === '' ? (this.firstId() ?? null) : null),
      (first) => this.choose(first),
    );
    effect(() => {
      const url = this.entry()?.xmlUrl;
      if (url) untracked(() => void this.read(url));
    });
  }

  protected choose(processId: string): void {
    void this.router.navigate(['ablaeufe', processId], { replaceUrl: this.id() === '' });
  }

  protected openVersion(version: string): void {
    this.version.set(Number(version));
  }

  /** A step of the diagram or of a list: the same again lets go. */
  protected choosePlace(elementId: string): void {
    this.chosen.update((known) => (known === elementId ? null : elementId));
  }

  protected nameOf(elementId: string): string {
    return this.text()?.names.get(elementId) ?? elementId;
  }

  protected objectOf({ aktenzeichen, instanceKey }: StandingInstance): string {
    return aktenzeichen ?? instanceKey;
  }

  protected done(): void {
    this.sheet.set(null);
    void this.monitor.reload();
  }

  protected versionWords(version: number): string {
    return $localize`:@@document.versionName:Fassung ${version}:number:`;
  }

  private async read(url: string): Promise<void> {
    this.text.set(null);
    const xml = await this.models.read(url);
    if (url === this.entry()?.xmlUrl) this.text.set(readText(xml ?? '', this.id()));
  }
}
