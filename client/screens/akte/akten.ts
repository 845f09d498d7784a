import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { AkteView } from '../../../server/contract/akte-views.js';
import type { EinheitRow } from '../../../server/contract/aktenplan-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wideScreen } from '../shared/wide-screen.js';
import { AktePane } from './akte-pane.js';
import { Plan } from './plan.js';
import { type PlanEntry, wayTo, wayToAkte } from './plan-tree.js';
import { addressOf } from '../shared/record-address.js';
import { RecordSheet, type Saved } from './record-sheet.js';
import { VorgangPane } from './vorgang-pane.js';

/** S2: Aktenplan, register and preview of one Vorgang. */
@Component({
  selector: 'lm-akten',
  imports: [AktePane, Button, EmptyState, Keys, Pane, Plan, RecordSheet, RefusalAlert, Skeleton, Splitter, VorgangPane],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './akten.html',
  styleUrl: './akten.css',
})
export class Akten {
  /** Id of the open Vorgang, from the address. */
  readonly id = input('');
  /** Id of the Dokument that is shown first, from the address. */
  readonly dokument = input('', { transform: (id: string | undefined) => id ?? '' });
  /** Id of the Akte that is shown in place of a Vorgang, from the address. */
  readonly akte = input('', { transform: (id: string | undefined) => id ?? '' });

  protected readonly wide = wideScreen();
  protected readonly treeWidth = signal(284);
  protected readonly vorgang = liveView<VorgangView>(
    () => (this.id() === '' ? null : `vorgaenge/${this.id()}`),
    ['vorgang', 'aufgabe', 'process'],
  );
  protected readonly akteView = liveView<AkteView>(
    () => (this.akte() === '' ? null : `akten/${this.akte()}`),
    ['akte', 'vorgang'],
  );
  protected readonly way = linkedSignal<readonly PlanEntry[] | null, readonly PlanEntry[]>({
    source: () => {
      const [vorgang, akte] = [this.vorgang.value(), this.akteView.value()];
      return vorgang ? wayTo(vorgang) : akte ? wayToAkte(akte) : null;
    },
    // While the next one is read, the tree stays as it is.
    computation: (way, previous) => way ?? previous?.value ?? [],
  });
  /** The chosen row of the tree: the open Vorgang, or a position or Akte on the way to one. */
  protected readonly selected = linkedSignal<string, string | null>({
    source: () => this.id() || this.akte(),
    computation: (id) => id || null,
  });

  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly pane = viewChild(VorgangPane);

  /** A position of the Aktenplan that is shown in place of a record. */
  protected readonly einheit = linkedSignal<string, EinheitRow | null>({
    source: () => this.id() || this.akte(),
    computation: () => null,
  });
  protected readonly sheet = signal<'none' | 'openAkte'>('none');
  protected readonly mayOpen = computed(() => this.session.may('akte.open'));
  protected readonly openLabel = this.language.pick(ACTS['akte.openAkte'].label);

  protected choose(entry: PlanEntry): void {
    if (entry.kind === 'einheit') return this.einheit.set(entry.row);
    this.einheit.set(null);
    this.opened({ kind: entry.kind, id: entry.row.id });
  }

  /** Shows what was opened, wherever it lies. */
  protected opened({ kind, id }: Saved): void {
    this.sheet.set('none');
    const { path, query } = addressOf({ kind, id });
    void this.router.navigate(path, { queryParams: query });
  }

  protected leave(): void {
    void this.router.navigate(['akten']);
  }

  protected readonly keys: readonly KeyBinding[] = [
    { key: 'j', label: $localize`:@@keys.next:nächste`, shown: 'footer', run: () => this.pane()?.move(1) },
    { key: 'k', label: $localize`:@@keys.previous:vorige`, shown: 'footer', run: () => this.pane()?.move(-1) },
    { key: 'v', label: this.language.pick(ACTS['verfuegung.orderVerfuegung'].label), run: () => this.pane()?.order() },
    { key: 'Control+Enter', label: this.language.pick(ACTS['akte.closeZdA'].label), run: () => this.pane()?.close() },
  ];
}
