import { ChangeDetectionStrategy, Component, computed, model, viewChild } from '@angular/core';
import type { Workload } from '../../../server/contract/distribution-views.js';
import { pagedQuery } from '../../live/paged-query.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { WorkloadRow } from './workload-row.js';

/** Finds somebody of the area by typing; each row says how much lies with them already. */
@Component({
  selector: 'lm-workload-finder',
  imports: [Control, Field, Listbox, RefusalAlert, WorkloadRow],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field label="Person" i18n-label="@@konten.person">
      <input
        lmControl
        type="search"
        autocomplete="off"
        maxlength="100"
        (input)="query.type(textOf($event))"
        (keydown.arrowDown)="listbox()?.focus(); $event.preventDefault()"
      />
    </lm-field>
    @if (query.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    } @else if (query.items().length > 0) {
      <lm-listbox
        label="Personen"
        i18n-label="@@screen.people"
        [groups]="groups()"
        [idOf]="idOf"
        [rowHeight]="48"
        [active]="chosen()?.id ?? null"
        (activeChange)="choose($event)"
      >
        <ng-template let-row><lm-workload-row [row]="row" /></ng-template>
      </lm-listbox>
      @if (query.next() !== null) {
        <p class="muted" i18n="@@kontakt.typeOn">Es gibt weitere; tippen Sie mehr vom Namen.</p>
      }
    } @else if (query.answered() !== null) {
      <p class="muted" i18n="@@konten.nobody">Niemand mit diesem Namen.</p>
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
    }
    lm-listbox {
      height: 240px;
      border: 1px solid var(--line);
    }
  `,
})
export class WorkloadFinder {
  readonly chosen = model<Workload | null>(null);

  protected readonly query = pagedQuery<Workload>(
    (words, after) =>
      `verteilung/personen?q=${encodeURIComponent(words)}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
    ['aufgabe', 'access'],
  );
  protected readonly groups = computed(() => [{ id: 'all', label: '', items: this.query.items() }]);
  protected readonly idOf = (row: Workload) => row.id;
  protected readonly listbox = viewChild(Listbox);

  protected choose(id: string | null): void {
    this.chosen.set(this.query.items().find((row) => row.id === id) ?? null);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
