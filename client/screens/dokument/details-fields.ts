import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import type { DokumentArt } from '../../../server/contract/dokument-views.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { artOptions, type Details } from './details.js';

/** Betreff, Art and date of a Dokument. */
@Component({
  selector: 'lm-details-fields',
  imports: [Control, DateField, Field, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field
      label="Betreff"
      i18n-label="@@dokument.betreff"
      [error]="shown() === 'faults' && missing() ? fill : null"
    >
      <input
        lmControl
        type="text"
        maxlength="500"
        [value]="details().betreff"
        (input)="change({ betreff: textOf($event) })"
      />
    </lm-field>
    <lm-field label="Art" i18n-label="@@dokument.art">
      <lm-select [options]="arten" [value]="details().art" (valueChange)="choose($event)" />
    </lm-field>
    <lm-date-field
      label="Datum"
      i18n-label="@@filing.date"
      [today]="today()"
      [format]="format"
      [value]="details().date"
      (valueChange)="change({ date: $event })"
      (judged)="judged.emit($event)"
    />`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 132px 132px;
      gap: 12px;
    }
    @media (max-width: 700px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class DetailsFields {
  readonly details = model.required<Details>();
  /** Whether missing values are complained about already. */
  readonly shown = input<'calm' | 'faults'>('calm');
  /** Whether what stands in the date field is a day or empty. */
  readonly judged = output<'right' | 'wrong'>();

  private readonly session = inject(Session);
  protected readonly arten = artOptions();
  protected readonly format = date;
  protected readonly fill = $localize`:@@dokument.noBetreff:Bitte einen Betreff eintragen.`;
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly missing = computed(() => this.details().betreff.trim() === '');

  protected change(changed: Partial<Details>): void {
    this.details.update((details) => ({ ...details, ...changed }));
  }

  protected choose(art: string): void {
    this.change({ art: art as DokumentArt });
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
