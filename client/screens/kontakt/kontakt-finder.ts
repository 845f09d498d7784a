import { ChangeDetectionStrategy, Component, computed, input, model, viewChild } from '@angular/core';
import type { KontaktRow as Row } from '../../../server/contract/kontakt-views.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { kontaktQuery } from './kontakt-query.js';
import { KontaktRow } from './kontakt-row.js';

/** Finds somebody of the register by typing; the list below shows the first who fit, never all. */
@Component({
  selector: 'lm-kontakt-finder',
  imports: [Control, Field, KontaktRow, Listbox, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field
      label="Kontakt suchen"
      i18n-label="@@kontakt.find"
      hint="Anfänge von Name, Vorname, Straße, Ort oder E-Mail"
      i18n-hint="@@kontakt.findHint"
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
    } @else if (rows().length > 0) {
      <lm-listbox
        label="Gefundene Kontakte"
        i18n-label="@@kontakt.found"
        [groups]="groups()"
        [idOf]="idOf"
        [rowHeight]="44"
        [active]="chosen()?.id ?? null"
        (activeChange)="choose($event)"
      >
        <ng-template let-row><lm-kontakt-row [row]="row" /></ng-template>
      </lm-listbox>
      @if (query.next()) {
        <p class="muted" i18n="@@kontakt.typeOn">Es gibt weitere; tippen Sie mehr vom Namen.</p>
      }
    } @else if (query.answered() !== null) {
      <p class="muted" i18n="@@kontakt.nobody">Niemand im Verzeichnis passt dazu.</p>
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
    }
    lm-listbox {
      height: 224px;
      border: 1px solid var(--line);
    }
  `,
})
export class KontaktFinder {
  /** Whom nobody looks for here. */
  readonly except = input<string>();
  readonly chosen = model<Row | null>(null);

  protected readonly query = kontaktQuery();
  protected readonly rows = computed(() => this.query.items().filter(({ id }) => id !== this.except()));
  protected readonly groups = computed(() => [{ id: 'all', label: '', items: this.rows() }]);
  protected readonly idOf = (row: Row) => row.id;
  protected readonly listbox = viewChild(Listbox);

  protected choose(id: string | null): void {
    this.chosen.set(this.rows().find((row) => row.id === id) ?? null);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
