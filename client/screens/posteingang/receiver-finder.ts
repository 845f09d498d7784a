import { ChangeDetectionStrategy, Component, computed, model, viewChild } from '@angular/core';
import type { ReceiverRow } from '../../../server/contract/eingang-views.js';
import { pagedQuery } from '../../live/paged-query.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Icon } from '../../ui/icon/icon.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** Finds a person or a unit that may file, by typing; the list below shows the first who fit, never all. */
@Component({
  selector: 'lm-receiver-finder',
  imports: [Control, Field, Icon, Listbox, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field
      label="An"
      i18n-label="@@handover.to"
      hint="Teil eines Namens oder Kennzeichen der Einheit"
      i18n-hint="@@forward.hint"
    >
      <input
        lmControl
        type="search"
        autocomplete="off"
        maxlength="200"
        (input)="query.type(textOf($event))"
        (keydown.arrowDown)="listbox()?.focus(); $event.preventDefault()"
      />
    </lm-field>
    @if (query.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    } @else if (query.items().length > 0) {
      <lm-listbox
        label="Personen und Einheiten"
        i18n-label="@@forward.found"
        [groups]="groups()"
        [idOf]="idOf"
        [rowHeight]="36"
        [active]="chosen()?.id ?? null"
        (activeChange)="choose($event)"
      >
        <ng-template let-row>
          <span class="row">
            <lm-icon [name]="row.kind === 'unit' ? 'group' : 'person'" [size]="16" />{{ row.name }}
          </span>
        </ng-template>
      </lm-listbox>
    } @else if (query.answered() !== null) {
      <p class="muted" i18n="@@forward.nobody">Niemand, der ablegen darf, heißt so.</p>
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
    }
    lm-listbox {
      height: 184px;
      border: 1px solid var(--line);
    }
    .row {
      display: flex;
      align-items: center;
      gap: 8px;
      height: 100%;
      padding: 0 12px;
      font-size: 0.8125rem;
    }
  `,
})
export class ReceiverFinder {
  readonly chosen = model<ReceiverRow | null>(null);

  protected readonly query = pagedQuery<ReceiverRow>(
    (words) => `posteingang/receivers?q=${encodeURIComponent(words)}`,
    [],
  );
  protected readonly groups = computed(() => [{ id: 'all', label: '', items: this.query.items() }]);
  protected readonly idOf = (row: ReceiverRow) => row.id;
  protected readonly listbox = viewChild(Listbox);

  protected choose(id: string | null): void {
    this.chosen.set(this.query.items().find((row) => row.id === id) ?? null);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
