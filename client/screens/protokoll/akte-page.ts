import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { AkteProtokoll, ProtokollFilters, ProtokollRowView } from '../../../server/contract/protokoll-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { count, date, dayOf, moment } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { EraseContent } from './erase-content.js';
import { RowTable } from './row-table.js';

/** Everything that happened to an Akte and to what is in it, in sentences; filtered, exported and proved. */
@Component({
  selector: 'lm-akte-page',
  imports: [
    Button,
    DateField,
    EmptyState,
    EraseContent,
    Field,
    Pane,
    RefusalAlert,
    RouterLink,
    RowTable,
    Select,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './akte-page.html',
  styleUrls: ['../shared/panel-page.css', './protokoll.css'],
})
export class AktePage {
  readonly akteId = input.required<string>();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  protected readonly moment = moment;
  protected readonly session = inject(Session);

  protected readonly actor = signal('');
  protected readonly act = signal('');
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly query = computed(() =>
    new URLSearchParams({ actor: this.actor(), act: this.act(), from: this.from(), to: this.to() }).toString(),
  );
  private readonly path = computed(() => `akten/${encodeURIComponent(this.akteId())}`);
  protected readonly page = liveView<AkteProtokoll>(() => `${this.path()}/protokoll?${this.query()}`, ['protokoll']);
  protected readonly filters = liveView<ProtokollFilters>(() => `${this.path()}/protokoll/filters`, ['protokoll']);
  /** Pages after the first one. Read anew with it: its end may have moved. */
  private readonly more = linkedSignal<AkteProtokoll | null, readonly AkteProtokoll[]>({
    source: () => this.page.value(),
    computation: () => [],
  });
  protected readonly rows = computed<readonly ProtokollRowView[]>(() => [
    ...(this.page.value()?.items ?? []),
    ...this.more().flatMap(({ items }) => items),
  ]);
  protected readonly next = computed(() => (this.more().at(-1) ?? this.page.value())?.next ?? null);
  protected readonly reading = signal<'ready' | 'busy'>('ready');
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly chosen = linkedSignal<string, ReadonlySet<number>>({
    source: () => `${this.akteId()} ${this.query()}`,
    computation: () => new Set<number>(),
  });
  protected readonly sheet = signal<'none' | 'erase'>('none');

  protected readonly eraseLabel = computed(() => this.language.pick(ACTS['protokoll.eraseContent'].label));
  protected readonly actors = computed(() =>
    (this.filters.value()?.actors ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly actNames = computed(() =>
    (this.filters.value()?.acts ?? []).map((act) => ({ value: act.name, label: this.language.pick(act) })),
  );
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly count = count;
  protected readonly day = date;

  protected file(format: 'csv' | 'json'): string {
    return `/api/${this.path()}/protokoll.${format}?${this.query()}`;
  }

  protected async older(): Promise<void> {
    const before = this.next();
    if (before === null || this.reading() === 'busy') return;
    this.reading.set('busy');
    const answer = await this.api.get<AkteProtokoll>(`${this.path()}/protokoll?${this.query()}&before=${before}`);
    this.reading.set('ready');
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) this.more.update((pages) => [...pages, answer]);
  }

  /** A checkpoint over everything that is shown, then the file that proves it. */
  protected async prove(): Promise<void> {
    if (this.reading() === 'busy') return;
    this.reading.set('busy');
    const covering = this.page.value()?.items[0]?.sequence ?? 0;
    const name = this.page.value()?.akte.aktenzeichen ?? '';
    const answer = await this.acts.run('protokoll.takeCheckpoint', { covering }, name);
    this.reading.set('ready');
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer)) location.assign(`/api/${this.path()}/nachweis`);
  }

  protected erased(): void {
    this.sheet.set('none');
    this.chosen.set(new Set());
    void this.page.reload();
  }
}
