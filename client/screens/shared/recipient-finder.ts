import { ChangeDetectionStrategy, Component, computed, input, model, viewChild } from '@angular/core';
import type { RecipientPage } from '../../../server/contract/aufgaben-views.js';
import { pagedQuery } from '../../live/paged-query.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { RefusalAlert } from './refusal-alert.js';

export type Recipient = RecipientPage['items'][number];

/** Finds the colleague who shall get Aufgaben by typing; the list below shows who fit, and more as somebody scrolls. */
@Component({
  selector: 'lm-recipient-finder',
  imports: [Control, Field, Listbox, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field
      label="An"
      i18n-label="@@handover.to"
      hint="Teil des Namens oder der Einheit"
      i18n-hint="@@handover.findHint"
      [error]="error()"
    >
      <input
        lmControl
        type="search"
        autocomplete="off"
        maxlength="200"
        (input)="query.type(textOf($event))"
        (keydown.arrowDown)="listbox()?.focus(); listbox()?.move(1); $event.preventDefault()"
      />
    </lm-field>
    @if (query.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    } @else if (query.items().length > 0) {
      <lm-listbox
        label="Gefundene Personen"
        i18n-label="@@handover.found"
        [groups]="groups()"
        [idOf]="idOf"
        [rowHeight]="44"
        [active]="chosen()?.id ?? null"
        (activeChange)="choose($event)"
        (nearEnd)="query.more()"
      >
        <ng-template let-row>
          <span class="person"
            ><span>{{ row.name }}</span
            ><span class="muted">{{ row.unit }}</span></span
          >
        </ng-template>
      </lm-listbox>
    } @else if (query.answered() !== null) {
      <p class="muted" i18n="@@handover.nobody">Niemand, der dafür in Frage kommt, heißt so.</p>
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
    }
    lm-listbox {
      /* As high as its rows, and no higher: else it would take all of them for seen, and load every page. */
      flex: none;
      max-height: 224px;
      border: 1px solid var(--line);
    }
    .person {
      display: grid;
      align-content: center;
      height: 100%;
      padding: 0 12px;
      font-size: 0.875rem;
      line-height: 1.125rem;
    }
    .muted {
      font-size: 0.8125rem;
    }
  `,
})
export class RecipientFinder {
  /** Where they are asked for, below `/api/`. */
  readonly address = input.required<string>();
  readonly error = input<string | null>(null);
  readonly chosen = model<Recipient | null>(null);

  protected readonly query = pagedQuery<Recipient>(
    (words, after) =>
      `${this.address()}?q=${encodeURIComponent(words)}` +
      (after === null ? '' : `&after=${encodeURIComponent(after)}`),
    [],
  );
  protected readonly groups = computed(() => [{ id: 'all', label: '', items: this.query.items() }]);
  protected readonly idOf = (row: Recipient) => row.id;
  protected readonly listbox = viewChild(Listbox);

  protected choose(id: string | null): void {
    this.chosen.set(this.query.items().find((row) => row.id === id) ?? null);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
