import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { ACTS } from '../../../server/contract/acts.js';
import type { DistributionRow } from '../../../server/contract/distribution-views.js';
import { Language } from '../../live/language.js';
import { pagedQuery } from '../../live/paged-query.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { DistributeSheet } from './distribute-sheet.js';

/** What is open in the units that somebody coordinates, and with whom; chosen Aufgaben go to others in one step. */
@Component({
  selector: 'lm-verteilung',
  imports: [
    ...[Button, Checkbox, Control, DistributeSheet, EmptyState, Field, Pane, RefusalAlert, Select, Skeleton, Tag],
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verteilung.html',
  styleUrls: ['../shared/panel-page.css', '../shared/panel-table.css', './verteilung.css'],
})
export class Verteilung {
  protected readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly label = this.language.pick(ACTS['aufgabe.assignAufgabe'].label);

  protected readonly lyingWith = signal<'' | 'group'>(
    // The board leads here with what it has counted.
    inject(ActivatedRoute).snapshot.queryParamMap.get('with') === 'group' ? 'group' : '',
  );
  protected readonly whose: readonly SelectOption[] = [
    { value: '', label: $localize`:@@verteilung.all:bei allen` },
    { value: 'group', label: $localize`:@@verteilung.group:noch bei niemandem` },
  ];
  protected readonly query = pagedQuery<DistributionRow>(
    (words, after) =>
      `verteilung?q=${encodeURIComponent(words)}&with=${this.lyingWith()}${after === null ? '' : `&after=${after}`}`,
    ['aufgabe', 'clock'],
  );
  private readonly marked = signal<ReadonlySet<string>>(new Set());
  /** Only what is in the list now: what somebody else has done meanwhile, or a filter hides, is not meant any more. */
  protected readonly chosen = computed(() =>
    this.query.items().flatMap(({ id }) => (this.marked().has(id) ? [id] : [])),
  );
  protected readonly allChosen = computed(
    () => this.query.items().length > 0 && this.chosen().length === this.query.items().length,
  );
  protected readonly sheet = signal<'none' | 'distribute'>('none');
  protected readonly day = date;
  private readonly today = computed(() => dayOf(this.session.now()));

  protected overdue({ frist }: DistributionRow): boolean {
    return frist !== null && frist < this.today();
  }

  protected isChosen(id: string): boolean {
    return this.marked().has(id);
  }

  protected choose(id: string, chosen: boolean): void {
    this.marked.update((marked) => new Set(chosen ? [...marked, id] : [...marked].filter((other) => other !== id)));
  }

  protected chooseAll(chosen: boolean): void {
    this.marked.set(new Set(chosen ? this.query.items().map(({ id }) => id) : []));
  }

  protected filter(value: string): void {
    this.lyingWith.set(value === 'group' ? value : '');
  }

  protected planned(stapelId: string): void {
    void this.router.navigate(['/stapel', stapelId]);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
