import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { AccessPosition, AccessReport, AccessRules } from '../../../server/contract/access-views.js';
import { Api } from '../../live/api.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { count, date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { rightText } from './words.js';

/** What a person or a unit sees, position by position, on the page and as a file. */
@Component({
  selector: 'lm-report-panel',
  imports: [Button, Control, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<form class="form" (submit)="$event.preventDefault(); show()">
      <lm-field label="Person oder Einheit" i18n-label="@@access.personOrUnit">
        <lm-select
          [options]="subjects()"
          [value]="subject()"
          placeholder="Bitte wählen"
          i18n-placeholder="@@access.choose"
          (valueChange)="subject.set($event)"
        />
      </lm-field>
      <lm-field
        label="Kennzeichen im Aktenplan"
        i18n-label="@@access.kennzeichen"
        hint="Leer: der ganze Aktenplan"
        i18n-hint="@@access.wholePlan"
      >
        <input lmControl type="text" autocomplete="off" maxlength="50" [value]="part()" (input)="take($event)" />
      </lm-field>
      <button
        lmButton
        type="submit"
        kind="primary"
        [state]="subject() === '' ? 'blocked' : state()"
        i18n="@@access.showReport"
      >
        Bericht zeigen
      </button>
    </form>
    @if (refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    }
    @if (report(); as shown) {
      <p><a [href]="'/api/access/report.csv?' + asked()" download i18n="@@access.csv">Als CSV herunterladen</a></p>
      <table>
        <caption class="section-title" i18n="@@access.reportOf">
          {{
            shown.subject
          }}, Stand
          {{
            date(shown.day)
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col" i18n="@@access.position">Aktenplaneinheit</th>
            <th scope="col" i18n="@@access.right">Recht</th>
            <th scope="col" class="number" i18n="@@access.seenAkten">Akten, davon sichtbar</th>
          </tr>
        </thead>
        <tbody>
          @for (row of shown.rows; track row.kennzeichen) {
            <tr>
              <th scope="row">{{ row.kennzeichen }} {{ row.titel }}</th>
              <td>{{ rightText(row.right) }}</td>
              <td class="number">
                @if (row.akten > 0) {
                  {{ count(row.akten) }}, {{ count(row.visibleAkten) }}
                } @else {
                  –
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    }`,
  styleUrl: './panel.css',
})
export class ReportPanel {
  readonly known = input.required<AccessRules>();

  protected readonly rightText = rightText;
  protected readonly date = date;
  protected readonly count = count;
  protected readonly subject = signal('');
  protected readonly part = signal('');
  protected readonly asked = signal('');
  protected readonly report = signal<AccessReport | null>(null);
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly state = signal<'ready' | 'busy'>('ready');
  protected readonly subjects = computed<readonly SelectOption[]>(() => [
    ...this.known().people.map(({ id, name, unit }) => ({ value: `person=${id}`, label: `${name} (${unit})` })),
    ...this.known().units.map(({ id, name }) => ({
      value: `unit=${id}`,
      label: $localize`:@@access.unitOf:Einheit ${name}:unit:`,
    })),
  ]);

  private readonly api = inject(Api);

  protected take(event: Event): void {
    this.part.set((event.target as HTMLInputElement).value);
  }

  protected async show(): Promise<void> {
    if (this.state() === 'busy' || this.subject() === '') return;
    this.state.set('busy');
    const answer = await this.load();
    this.state.set('ready');
    this.refusal.set(isRefusal(answer) ? answer : null);
    this.report.set(isRefusal(answer) ? null : answer);
  }

  private async load(): Promise<AccessReport | Refusal> {
    const kennzeichen = this.part().trim();
    let query = this.subject();
    if (kennzeichen) {
      const position = await this.api.get<AccessPosition>(`access/places/${encodeURIComponent(kennzeichen)}`);
      if (isRefusal(position)) return position;
      query = `${query}&einheit=${position.id}`;
    }
    this.asked.set(query);
    return this.api.get<AccessReport>(`access/report?${query}`);
  }
}
