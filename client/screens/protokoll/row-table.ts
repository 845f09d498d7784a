import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import type { ProtokollRowView } from '../../../server/contract/protokoll-views.js';
import { Language } from '../../live/language.js';
import { clockTime, date } from '../../locale/format.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Tag } from '../../ui/tag/tag.js';

const KINDS: Readonly<Record<ProtokollRowView['object']['kind'], string>> = {
  akte: $localize`:@@protokoll.kind.akte:Akte`,
  vorgang: $localize`:@@protokoll.kind.vorgang:Vorgang`,
  dokument: $localize`:@@protokoll.kind.dokument:Dokument`,
  aufgabe: $localize`:@@protokoll.kind.aufgabe:Aufgabe`,
  eingang: $localize`:@@protokoll.kind.eingang:Eingang`,
};

/** Rows of the Protokoll as a table: when, who, what, on which object. */
@Component({
  selector: 'lm-row-table',
  imports: [Checkbox, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<table>
    <caption class="visually-hidden" i18n="@@protokoll.caption">
      Einträge des Protokolls, neueste zuerst
    </caption>
    <thead>
      <tr>
        @if (selection() === 'many') {
          <th scope="col"><span class="visually-hidden" i18n="@@protokoll.choose">Auswahl</span></th>
        }
        <th scope="col" class="number" i18n="@@protokoll.number">Zeile</th>
        <th scope="col" i18n="@@protokoll.when">Wann</th>
        <th scope="col" i18n="@@protokoll.who">Wer</th>
        <th scope="col" i18n="@@protokoll.what">Was geschah</th>
        <th scope="col" i18n="@@protokoll.object">Woran</th>
      </tr>
    </thead>
    <tbody>
      @for (row of rows(); track row.sequence) {
        <tr [class.picked]="picked().has(row.sequence)">
          @if (selection() === 'many') {
            <td>
              <lm-checkbox
                [label]="nameOf(row)"
                [disabled]="row.erased"
                [checked]="picked().has(row.sequence)"
                (checkedChange)="toggle(row.sequence, $event)"
              />
            </td>
          }
          <td class="number">{{ row.sequence }}</td>
          <td class="time">
            <time [attr.datetime]="row.at">{{ date(row.at) }}, {{ time(row.at) }}</time>
          </td>
          <td>{{ row.actorName }}</td>
          <td>
            {{ language.pick(row.text ?? row.label) }}
            @if (row.erased) {
              <lm-tag i18n="@@protokoll.erased">Inhalt gelöscht</lm-tag>
            }
          </td>
          <td>
            <span class="muted">{{ kinds[row.object.kind] }}</span> {{ row.object.name }}
          </td>
        </tr>
      }
    </tbody>
  </table>`,
  styleUrl: './row-table.css',
})
export class RowTable {
  readonly rows = input.required<readonly ProtokollRowView[]>();
  readonly selection = input<'none' | 'many'>('none');
  /** Numbers of the chosen rows. */
  readonly picked = model<ReadonlySet<number>>(new Set());

  protected readonly language = inject(Language);
  protected readonly kinds = KINDS;
  protected readonly date = date;
  protected readonly time = clockTime;

  protected nameOf(row: ProtokollRowView): string {
    return $localize`:@@protokoll.row:Zeile ${row.sequence}:number: auswählen`;
  }

  protected toggle(sequence: number, checked: boolean): void {
    const picked = new Set(this.picked());
    if (checked) picked.add(sequence);
    else picked.delete(sequence);
    this.picked.set(picked);
  }
}
