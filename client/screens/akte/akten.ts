import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { Plan } from './plan.js';
import { type PlanEntry, wayTo } from './plan-tree.js';
import { VorgangPane } from './vorgang-pane.js';

/** S2: Aktenplan, register and preview of one Vorgang. */
@Component({
  selector: 'lm-akten',
  imports: [EmptyState, Keys, Pane, Plan, RefusalAlert, Skeleton, Splitter, VorgangPane],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './akten.html',
  styleUrl: './akten.css',
})
export class Akten {
  /** Id of the open Vorgang, from the address. */
  readonly id = input('');
  /** Id of the Dokument that is shown first, from the address. */
  readonly dokument = input('', { transform: (id: string | undefined) => id ?? '' });

  protected readonly wide = wideScreen();
  protected readonly treeWidth = signal(284);
  protected readonly vorgang = liveView<VorgangView>(
    () => (this.id() === '' ? null : `vorgaenge/${this.id()}`),
    ['vorgang', 'aufgabe', 'process'],
  );
  protected readonly way = linkedSignal<VorgangView | null, readonly PlanEntry[]>({
    source: this.vorgang.value,
    // While the next one is read, the tree stays as it is.
    computation: (vorgang, previous) => (vorgang ? wayTo(vorgang) : (previous?.value ?? [])),
  });
  /** The chosen row of the tree: the open Vorgang, or a position or Akte on the way to one. */
  protected readonly selected = linkedSignal<string, string | null>({
    source: this.id,
    computation: (id) => id || null,
  });

  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly pane = viewChild(VorgangPane);

  protected choose({ kind, row }: PlanEntry): void {
    if (kind === 'vorgang' && row.id !== this.id()) this.open(row.id);
  }

  protected open(id: string | null): void {
    void this.router.navigate(['akten', ...(id === null ? [] : [id])]);
  }

  protected readonly keys: readonly KeyBinding[] = [
    { key: 'j', label: $localize`:@@keys.next:nächste`, shown: 'footer', run: () => this.pane()?.move(1) },
    { key: 'k', label: $localize`:@@keys.previous:vorige`, shown: 'footer', run: () => this.pane()?.move(-1) },
    { key: 'Control+Enter', label: this.language.pick(ACTS['akte.closeZdA'].label), run: () => this.pane()?.close() },
  ];
}
