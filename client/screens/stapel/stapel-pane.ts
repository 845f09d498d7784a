import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { StapelPosten, StapelRow } from '../../../server/contract/stapel-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal } from '../../live/refusal.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Pane } from '../../ui/pane/pane.js';
import { Progress } from '../../ui/progress/progress.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { wordOfPosten, wordOfState } from './stapel-words.js';

interface Page {
  readonly items: readonly StapelPosten[];
  readonly cursor: number | null;
}

/** One batch: what the check says, start and abort, and every target with what became of it. */
@Component({
  selector: 'lm-stapel-pane',
  imports: [Alert, Button, Pane, Progress, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './stapel-pane.html',
  styleUrls: ['../shared/panel-page.css', '../shared/panel-table.css', './stapel-pane.css'],
})
export class StapelPane {
  readonly id = input.required<string>();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly language = inject(Language);
  protected readonly source = liveView<StapelRow>(() => `stapel/${this.id()}`, ['stapel']);
  /** Refusals first where there are any: they are what somebody has to look at. */
  private readonly shown = computed(() => {
    const counts = this.source.value()?.counts;
    return counts && counts.abgelehnt > 0 ? '?state=abgelehnt' : '';
  });
  protected readonly first = liveView<Page>(() => `stapel/${this.id()}/posten${this.shown()}`, ['stapel']);
  private readonly further = linkedSignal<Page | null, Page>({
    source: this.first.value,
    computation: (page) => ({ items: [], cursor: page?.cursor ?? null }),
  });
  protected readonly items = computed(() => [...(this.first.value()?.items ?? []), ...this.further().items]);
  protected readonly cursor = computed(() => this.further().cursor);
  protected readonly asking = new Asking();
  protected readonly state = wordOfState;
  protected readonly word = wordOfPosten;
  protected readonly startLabel = this.language.pick(ACTS['stapel.startStapel'].label);
  protected readonly takeBackLabel = this.language.pick(ACTS['stapel.takeBackStapel'].label);
  protected readonly abortLabel = this.language.pick(ACTS['stapel.abortStapel'].label);

  protected labelOf(row: StapelRow): string {
    return row.labels.map((label) => this.language.pick(label)).join(', ');
  }

  protected progress({ state, counts, total }: StapelRow): number | null {
    if (state === 'pruefung') return (total - counts.offen) / total;
    return state === 'laufend' ? (total - counts.bereit) / total : null;
  }

  protected start(row: StapelRow): Promise<unknown> {
    return this.asking.ask(() => this.acts.run('stapel.startStapel', { stapelId: row.id }, this.labelOf(row)));
  }

  protected abort(row: StapelRow): Promise<unknown> {
    return this.asking.ask(() => this.acts.run('stapel.abortStapel', { stapelId: row.id }, this.labelOf(row)));
  }

  /** What could be taken back, and what not, stands in the batch that does it. */
  protected async takeBack(row: StapelRow): Promise<void> {
    const answer = await this.asking.ask(() =>
      this.acts.run('stapel.takeBackStapel', { stapelId: row.id }, this.labelOf(row)),
    );
    if (answer?.stapelId) await this.router.navigate(['stapel', answer.stapelId]);
  }

  protected async more(): Promise<void> {
    const joint = this.shown() === '' ? '?' : `${this.shown()}&`;
    const answer = await this.api.get<Page>(`stapel/${this.id()}/posten${joint}after=${this.cursor() ?? 0}`);
    if (isRefusal(answer)) return;
    this.further.update(({ items }) => ({ items: [...items, ...answer.items], cursor: answer.cursor }));
  }
}
