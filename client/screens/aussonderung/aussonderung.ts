import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type {
  AussonderungCandidate,
  AussonderungOverview,
  AussonderungPreview,
} from '../../../server/contract/aussonderung-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { byteSize, count, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { CandidateTable } from './candidate-table.js';
import { Destruction } from './destruction/destruction.js';
import { Outlook } from './outlook/outlook.js';
import { PackageList } from './package-list.js';
import { PreviewPane } from './preview-pane.js';

type View = 'due' | 'waiting' | 'outlook' | 'packages' | 'destruction';

/** S8 in the width of the Abgabe: what is due, the message as it would leave, the package. */
@Component({
  selector: 'lm-aussonderung',
  imports: [
    Button,
    CandidateTable,
    Destruction,
    EmptyState,
    Keys,
    Outlook,
    PackageList,
    Pane,
    PreviewPane,
    RefusalAlert,
    Skeleton,
    Splitter,
    Tabs,
    Tag,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './aussonderung.html',
  styleUrl: './aussonderung.css',
})
export class Aussonderung {
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly overview = liveView<AussonderungOverview>(
    () => 'aussonderungen',
    ['aussonderung', 'vorgang', 'clock'],
  );
  protected readonly view = signal<View>('due');
  protected readonly previewSize = signal(560);
  protected readonly picked = signal<ReadonlySet<string>>(new Set());
  protected readonly preview = signal<AussonderungPreview | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly label = ACTS['aussonderung.transferAbgabe'].label;
  protected readonly size = byteSize;
  protected readonly count = count;
  protected readonly date = date;
  protected readonly due = computed(() => this.overview.value()?.due ?? []);
  protected readonly chosen = computed(() => this.due().filter((candidate) => this.picked().has(candidate.vorgangId)));
  protected readonly bytes = computed(() => sum(this.chosen(), ({ size }) => size));
  protected readonly documents = computed(() => sum(this.chosen(), ({ dokumente }) => dokumente));
  protected readonly errors = computed(
    () => (this.preview()?.findings ?? []).filter(({ severity }) => severity === 'error').length,
  );
  protected readonly mayTransfer = computed(() => this.session.may('aussonderung.transfer'));
  protected readonly tabs = computed<readonly Tab<View>[]>(() => {
    const overview = this.overview.value();
    return [
      { id: 'due', label: $localize`:@@aussonderung.due:Frist erreicht`, count: overview?.due.length ?? 0 },
      { id: 'waiting', label: $localize`:@@aussonderung.waiting:Frist läuft`, count: overview?.waiting.length ?? 0 },
      { id: 'outlook', label: $localize`:@@outlook.title:Was wird wann fällig?` },
      { id: 'packages', label: $localize`:@@aussonderung.packages:Abgegeben`, count: overview?.packages.length ?? 0 },
      { id: 'destruction', label: $localize`:@@destruction.title:Vernichtung` },
    ];
  });
  protected readonly keys: readonly KeyBinding[] = [
    { key: 'p', label: $localize`:@@aussonderung.preview:Vorschau`, shown: 'footer', run: () => void this.show() },
    { key: 'Control+Enter', label: this.language.pick(this.label), run: () => void this.transfer() },
  ];

  private readonly api = inject(Api);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);

  protected pick(ids: ReadonlySet<string>): void {
    this.picked.set(ids);
    this.preview.set(null);
    this.refusal.set(null);
  }

  /** Asks the server for the message that these Vorgaenge would make; nothing is stored. */
  protected async show(): Promise<void> {
    if (this.chosen().length === 0) return;
    await this.alone(async () => {
      const answer = await this.api.post<AussonderungPreview>('aussonderungen/preview', { vorgangIds: this.ids() });
      this.take(answer, (preview) => this.preview.set(preview));
    });
  }

  protected async transfer(): Promise<void> {
    if (this.chosen().length === 0 || this.preview() === null || this.errors() > 0 || !this.mayTransfer()) return;
    await this.alone(async () => {
      const object = this.chosen()
        .map(({ aktenzeichen }) => aktenzeichen)
        .join(', ');
      const answer = await this.acts.run('aussonderung.transferAbgabe', { vorgangIds: this.ids() }, object);
      this.take(answer, ({ fileName }) => {
        this.pick(new Set());
        this.view.set('packages');
        this.toasts.show($localize`:@@aussonderung.done:Abgabe erstellt: ${fileName}:name:`);
      });
    });
    await this.overview.reload();
  }

  private ids(): string[] {
    return this.chosen().map(({ vorgangId }) => vorgangId);
  }

  private take<Value>(answer: Value | Refusal, use: (value: Value) => void): void {
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) use(answer);
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    if (this.state() === 'busy') return;
    this.state.set('busy');
    await work();
    this.state.set('ready');
  }
}

function sum(
  candidates: readonly AussonderungCandidate[],
  value: (candidate: AussonderungCandidate) => number,
): number {
  return candidates.reduce((total, candidate) => total + value(candidate), 0);
}
