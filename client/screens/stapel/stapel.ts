import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { StapelRow } from '../../../server/contract/stapel-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { moment } from '../../locale/format.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import type { KeyBinding } from '../../ui/keys/key-map.js';
import { Keys } from '../../ui/keys/keys.js';
import { Pane } from '../../ui/pane/pane.js';
import { Progress } from '../../ui/progress/progress.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { StapelPane } from './stapel-pane.js';
import { wordOfState } from './stapel-words.js';

/** Batches of the person, running and past; the open one beside them. */
@Component({
  selector: 'lm-stapel',
  imports: [EmptyState, Keys, Pane, Progress, RefusalAlert, Skeleton, StapelPane],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './stapel.html',
  styleUrl: './stapel.css',
})
export class Stapel {
  /** Id of the open batch, from the address. */
  readonly id = input('');

  protected readonly moment = moment;
  protected readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly list = liveView<{ items: StapelRow[]; cursor: string | null }>(() => 'stapel', ['stapel']);
  protected readonly rows = computed(() => this.list.value()?.items ?? []);
  protected readonly word = wordOfState;

  protected readonly keys: readonly KeyBinding[] = [
    { key: 'j', label: $localize`:@@keys.next:nächste`, shown: 'footer', run: () => this.move(1) },
    { key: 'k', label: $localize`:@@keys.previous:vorige`, shown: 'footer', run: () => this.move(-1) },
  ];

  protected labelOf(row: StapelRow): string {
    return row.labels.map((label) => this.language.pick(label)).join(', ');
  }

  /** Between 0 and 1 while something moves; else null. */
  protected progress({ state, counts, total }: StapelRow): number | null {
    if (state === 'pruefung') return (total - counts.offen) / total;
    return state === 'laufend' ? (total - counts.bereit) / total : null;
  }

  protected open(id: string): void {
    void this.router.navigate(['stapel', id]);
  }

  private move(step: number): void {
    const rows = this.rows();
    const at = rows.findIndex(({ id }) => id === this.id());
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next) this.open(next.id);
  }
}
