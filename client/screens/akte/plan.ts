import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { AktenplanHits } from '../../../server/contract/aktenplan-views.js';
import { liveView } from '../../live/live-view.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tree } from '../../ui/tree/tree.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { planBranches } from './plan-branches.js';
import { entriesOf, hitTree, moreOf, planTree, type PlanEntry, ROOT } from './plan-tree.js';

/** Long enough that a word is typed, short enough that nobody waits. */
const TYPING_MS = 150;

/** The Aktenplan as a tree that is read as far as it is unfolded, with a filter over all of it. */
@Component({
  selector: 'lm-plan',
  imports: [Control, Field, RefusalAlert, Skeleton, Tree],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field
      class="filter"
      label="Filtern"
      i18n-label="@@plan.filter"
      hint="Kennzeichen, Aktenzeichen oder Wörter aus dem Titel"
      i18n-hint="@@plan.filterHint"
    >
      <input lmControl type="search" (input)="type(textOf($event))" />
    </lm-field>
    <div class="tree">
      @if (refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      } @else if (state() === 'ready') {
        <lm-tree
          label="Aktenplan"
          i18n-label="@@plan.title"
          [nodes]="nodes()"
          [expanded]="expanded()"
          (expandedChange)="unfold($event)"
          [selected]="selected()"
          (selectedChange)="choose($event)"
        />
        <p class="note" role="status">{{ note() }}</p>
      } @else {
        <lm-skeleton [lines]="14" />
      }
    </div>`,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }
    .filter {
      flex: none;
      padding: 12px 12px 8px;
    }
    .tree {
      flex: 1;
      min-height: 0;
      overflow: auto;
    }
    .note {
      padding: 0 16px 12px;
      color: var(--muted);
      font-size: 0.8125rem;
    }
  `,
})
export class Plan {
  /** `plan`: positions only. `offen`: with Akten and those Vorgaenge that can still be filed into. */
  readonly shown = input.required<'plan' | 'akten' | 'offen'>();
  /** The way to the open Vorgang: unfolded, on whatever page its rows lie. */
  readonly way = input<readonly PlanEntry[]>([]);
  /** Day of the plan; empty for today. */
  readonly day = input('');
  readonly selected = model<string | null>(null);
  readonly chosen = output<PlanEntry>();

  private readonly plan = planBranches({ shown: this.shown, day: this.day });
  private readonly typed = signal('');
  private readonly asked = signal('');
  private readonly hits = liveView<AktenplanHits>(
    () => (this.asked() === '' ? null : `aktenplan/treffer?q=${encodeURIComponent(this.asked())}`),
    [],
  );
  private readonly unfolded = linkedSignal<readonly PlanEntry[], ReadonlySet<string>>({
    source: this.way,
    computation: (way, previous) => new Set([...(previous?.value ?? []), ...way.slice(0, -1).map(({ row }) => row.id)]),
  });
  private readonly unfoldedHits = linkedSignal<string, ReadonlySet<string>>({
    source: this.asked,
    computation: () => new Set(),
  });
  private readonly kind = computed(() => (this.shown() === 'plan' ? 'plan' : 'akten'));
  protected readonly refusal = computed(() => this.plan.refusal() ?? this.hits.refusal());
  protected readonly state = computed(() => {
    const there = this.asked() === '' ? this.plan.branches().has(ROOT) : this.hits.value() !== null;
    return there ? 'ready' : 'waiting';
  });
  protected readonly nodes = computed(() => {
    const [hits, branches] = [this.hits.value(), this.plan.branches()];
    return this.asked() !== '' && hits
      ? hitTree(hits, branches, this.kind())
      : planTree(branches, this.way(), this.kind());
  });
  protected readonly expanded = computed(() => (this.asked() === '' ? this.unfolded() : this.unfoldedHits()));
  protected readonly note = computed(() => {
    if (this.nodes().length === 0) {
      return this.asked() === ''
        ? $localize`:@@plan.empty:Der Aktenplan ist leer.`
        : $localize`:@@plan.nothing:Nichts gefunden. Ältere Akten werden über ihr Aktenzeichen gefunden.`;
    }
    return this.hits.value()?.more === 'yes' ? $localize`:@@plan.moreHits:Es gibt mehr. Bitte genauer tippen.` : '';
  });
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const way = this.way();
      if (way.length > 0 && this.plan.branches().has(ROOT)) untracked(() => void this.plan.unfold(way.slice(0, -1)));
    });
  }

  protected type(text: string): void {
    this.typed.set(text.trim());
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.asked.set(this.typed()), TYPING_MS);
  }

  protected unfold(ids: ReadonlySet<string>): void {
    const before = this.expanded();
    (this.asked() === '' ? this.unfolded : this.unfoldedHits).set(ids);
    void this.plan.unfold([...ids].filter((id) => !before.has(id)).flatMap((id) => this.entry(id) ?? []));
  }

  protected choose(id: string | null): void {
    if (id === null) return;
    const parent = moreOf(id);
    if (parent !== null) return void this.plan.more(parent);
    const entry = this.entry(id);
    if (!entry) return;
    this.selected.set(id);
    this.chosen.emit(entry);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  private entry(id: string): PlanEntry | undefined {
    const hits = this.hits.value();
    return (
      this.plan.entry(id) ??
      (hits ? entriesOf(hits) : []).find(({ row }) => row.id === id) ??
      this.way().find(({ row }) => row.id === id)
    );
  }
}
