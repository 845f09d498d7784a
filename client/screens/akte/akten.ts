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
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { AktenplanNode, VorgangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { ancestors } from '../../ui/tree/flatten.js';
import { Tree } from '../../ui/tree/tree.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { filterPlan, planTree } from './plan-tree.js';
import { VorgangPane } from './vorgang-pane.js';

/** S2: Aktenplan, register and preview of one Vorgang. */
@Component({
  selector: 'lm-akten',
  imports: [Control, EmptyState, Field, Keys, Pane, RefusalAlert, Skeleton, Splitter, Tree, VorgangPane],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './akten.html',
  styleUrl: './akten.css',
})
export class Akten {
  /** Id of the open Vorgang, from the address. */
  readonly id = input('');

  protected readonly wide = wideScreen();
  protected readonly treeWidth = signal(284);
  protected readonly typed = signal('');
  protected readonly plan = liveView<{ einheiten: AktenplanNode[] }>(() => 'akten/plan', ['vorgang', 'eingang']);
  protected readonly vorgang = liveView<VorgangView>(
    () => (this.id() === '' ? null : `vorgaenge/${this.id()}`),
    ['vorgang', 'aufgabe', 'process'],
  );
  protected readonly nodes = computed(() => planTree(this.plan.value()?.einheiten ?? []));
  protected readonly found = computed(() => filterPlan(this.nodes(), this.typed()));
  protected readonly unfolded = linkedSignal<string, ReadonlySet<string>>({
    source: () => `${this.id()} ${this.nodes().length > 0}`,
    computation: (_, previous) => new Set([...(previous?.value ?? []), ...ancestors(untracked(this.nodes), this.id())]),
  });
  protected readonly expanded = computed(() => (this.typed() === '' ? this.unfolded() : this.found().expanded));
  /** The chosen row of the tree: the open Vorgang, or a position or Akte on the way to one. */
  protected readonly selected = linkedSignal<string, string | null>({
    source: this.id,
    computation: (id) => id || null,
  });

  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly pane = viewChild(VorgangPane);
  private readonly vorgangIds = computed(
    () =>
      new Set(
        (this.plan.value()?.einheiten ?? []).flatMap(({ akten }) =>
          akten.flatMap(({ vorgaenge }) => vorgaenge.map(({ id }) => id)),
        ),
      ),
  );

  constructor() {
    effect(() => {
      const selected = this.selected();
      if (selected !== null && selected !== this.id() && this.vorgangIds().has(selected))
        untracked(() => this.open(selected));
    });
  }

  protected open(id: string | null): void {
    void this.router.navigate(['akten', ...(id === null ? [] : [id])]);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected readonly keys: readonly KeyBinding[] = [
    { key: 'j', label: $localize`:@@keys.next:nächste`, shown: 'footer', run: () => this.pane()?.move(1) },
    { key: 'k', label: $localize`:@@keys.previous:vorige`, shown: 'footer', run: () => this.pane()?.move(-1) },
    { key: 'Control+Enter', label: this.language.pick(ACTS['akte.closeZdA'].label), run: () => this.pane()?.close() },
  ];
}
