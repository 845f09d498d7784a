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
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { Finding } from '../../../server/contract/finding.js';
import type { ProcessCheck, ProcessRow } from '../../../server/contract/views.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import { Pane } from '../../ui/pane/pane.js';
import { type Segment, Segmented } from '../../ui/segmented/segmented.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Models } from '../diagram/models.js';
import { openByItself } from '../shared/open-by-itself.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { Deploy } from './deploy.js';
import { dropDraft, keepDraft, keptDraft } from './drafts.js';
import { FindingList } from './finding-list.js';
import { IncidentList } from '../process/incident-list.js';
import { ModelCanvas } from './model-canvas.js';
import type { OutlineEntry } from './outline.js';

/** Long enough not to ask the server at every key stroke, short enough to feel live. */
const CHECK_MS = 600;

/** S6: the deployed processes; open, change, see the findings by element, put a new version into force. */
@Component({
  selector: 'lm-modeler',
  imports: [
    Button,
    Deploy,
    EmptyState,
    FindingList,
    IconButton,
    IncidentList,
    Keys,
    MenuButton,
    ModelCanvas,
    Pane,
    RefusalAlert,
    RouterLink,
    Segmented,
    Tag,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './modeler.html',
  styleUrl: './modeler.css',
})
export class Modeler {
  /** BPMN id of the open process, from the address. */
  readonly id = input('');

  protected readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly date = date;
  protected readonly label = ACTS['workflow.deployProcess'].label;
  protected readonly processes = liveView<{ processes: ProcessRow[] }>(() => 'processes', ['process']);
  protected readonly process = computed(() =>
    this.processes.value()?.processes.find(({ processId }) => processId === this.id()),
  );
  protected readonly view = signal<'diagram' | 'outline'>('diagram');
  protected readonly views: readonly Segment<'diagram' | 'outline'>[] = [
    { id: 'diagram', label: $localize`:@@modeler.diagram:Diagramm`, icon: 'schema' },
    { id: 'outline', label: $localize`:@@modeler.outline:Gliederung`, icon: 'checklist' },
  ];
  protected readonly source = signal<{ readonly xml: string } | null>(null);
  protected readonly xml = signal('');
  /** Version that the open model was taken from. */
  protected readonly base = signal(0);
  protected readonly draft = signal<'none' | 'changed'>('none');
  protected readonly findings = signal<readonly Finding[]>([]);
  protected readonly checking = signal<'checking' | 'checked'>('checked');
  protected readonly names = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly sheet = linkedSignal<string, 'none' | 'deploy'>({ source: this.id, computation: () => 'none' });
  protected readonly errors = computed(() => this.findings().filter(({ severity }) => severity === 'error').length);
  protected readonly deployable = computed(
    () => this.draft() === 'changed' && this.checking() === 'checked' && this.errors() === 0,
  );
  protected readonly choices = computed<readonly MenuItem[]>(() =>
    (this.processes.value()?.processes ?? []).map(({ processId, name, version }) => ({
      id: processId,
      label: name,
      note: this.versionWords(version),
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
        ...(version === this.base() ? { state: 'chosen' as const } : {}),
      })),
  );
  protected readonly keys: readonly KeyBinding[] = [
    {
      key: 'Control+z',
      label: $localize`:@@modeler.undo:rückgängig`,
      shown: 'footer',
      run: () => this.canvas()?.undo(),
    },
    { key: 'Control+y', label: $localize`:@@modeler.redo:wiederholen`, run: () => this.canvas()?.redo() },
    { key: 'Control+Enter', label: this.language.pick(this.label), where: 'fields', run: () => this.deploy() },
  ];

  private readonly api = inject(Api);
  private readonly models = inject(Models);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly canvas = viewChild(ModelCanvas);
  private readonly firstId = computed(() => this.processes.value()?.processes[0]?.processId);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = '';

  constructor() {
    openByItself(
      () => (this.id() === '' ? (this.firstId() ?? null) : null),
      (first) => this.choose(first),
    );
    effect(() => {
      const process = this.process();
      // Read once per process: a new version of somebody else must not replace the model under the person's hands.
      if (process && process.processId !== this.shown) untracked(() => void this.open(process.version));
    });
  }

  protected choose(processId: string): void {
    void this.router.navigate(['modeler', processId], { replaceUrl: this.id() === '' });
  }

  protected openVersion(version: string): void {
    if (this.id()) dropDraft(this.id());
    void this.open(Number(version));
  }

  protected discard(): void {
    const id = this.id();
    const dropped = keptDraft(id);
    dropDraft(id);
    void this.open(this.process()?.version ?? this.base());
    if (!dropped) return;
    const run = () => {
      keepDraft(id, dropped);
      if (this.id() === id) void this.open(dropped.base);
    };
    this.toasts.show($localize`:@@modeler.discarded:Entwurf verworfen.`, {
      label: $localize`:@@done.undo:Zurücknehmen`,
      run,
    });
  }

  protected change(xml: string): void {
    this.xml.set(xml);
    this.draft.set('changed');
    keepDraft(this.id(), { xml, base: this.base() });
    this.check();
  }

  protected outlined(entries: readonly OutlineEntry[]): void {
    this.names.set(new Map(entries.map(({ id, name }) => [id, name])));
  }

  protected select(elementId: string): void {
    this.canvas()?.select(elementId);
  }

  protected undo(): void {
    this.canvas()?.undo();
  }

  protected redo(): void {
    this.canvas()?.redo();
  }

  protected deploy(): void {
    if (this.deployable() && this.session.may('process.deploy')) this.sheet.set('deploy');
  }

  protected deployed(version: number): void {
    this.sheet.set('none');
    dropDraft(this.id());
    this.draft.set('none');
    this.base.set(version);
    void this.processes.reload();
  }

  protected versionWords(version: number): string {
    return $localize`:@@document.versionName:Fassung ${version}:number:`;
  }

  private async open(version: number): Promise<void> {
    const process = this.process();
    if (!process) return;
    this.shown = process.processId;
    const draft = keptDraft(process.processId);
    const url = process.versions.find((candidate) => candidate.version === version)?.xmlUrl;
    const xml = draft?.xml ?? (url ? await this.models.read(url) : null);
    if (xml === null) return this.source.set(null);
    this.base.set(draft?.base ?? version);
    this.draft.set(draft ? 'changed' : 'none');
    this.xml.set(xml);
    this.source.set({ xml });
    this.check();
  }

  private check(): void {
    clearTimeout(this.timer);
    this.checking.set('checking');
    this.timer = setTimeout(() => void this.ask(), CHECK_MS);
  }

  private async ask(): Promise<void> {
    const xml = this.xml();
    const answer = await this.api.post<ProcessCheck>('processes/check', { xml });
    if (xml !== this.xml()) return;
    this.checking.set('checked');
    this.findings.set(
      isRefusal(answer) ? [{ code: answer.code, severity: 'error', at: '', ...answer.message }] : answer.findings,
    );
  }
}
