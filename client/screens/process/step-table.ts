import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { duration } from '../../locale/duration.js';
import { Tag } from '../../ui/tag/tag.js';
import type { StepRow } from './step-rows.js';

/** The steps of a model with what happens there: what the diagram beside it shows, in words and complete. */
@Component({
  selector: 'lm-step-table',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<table>
    <caption class="visually-hidden" i18n="@@monitor.stepsCaption">
      Schritte dieser Fassung: was dort steht und wie lange sie in den letzten 90 Tagen dauerten
    </caption>
    <thead>
      <tr>
        <th scope="col" i18n="@@path.step">Schritt</th>
        <th scope="col" class="number" i18n="@@monitor.here">jetzt hier</th>
        <th scope="col" class="number" i18n="@@monitor.median">Median</th>
        <th scope="col" class="number" i18n="@@monitor.mean">Mittel</th>
      </tr>
    </thead>
    <tbody>
      @for (row of rows(); track row.elementId) {
        <tr [class.picked]="row.elementId === selected()">
          <th scope="row">
            <button
              type="button"
              [attr.aria-pressed]="row.elementId === selected()"
              (click)="chosen.emit(row.elementId)"
            >
              {{ row.name }}
            </button>
            @if (row.stopped > 0) {
              <lm-tag surface="bare" tone="danger" i18n="@@monitor.stoppedCount">Störungen: {{ row.stopped }}</lm-tag>
            }
          </th>
          <td class="number">{{ row.active || '–' }}</td>
          <td class="number">{{ time(row.medianMilliseconds) }}</td>
          <td class="number">{{ time(row.meanMilliseconds) }}</td>
        </tr>
      }
    </tbody>
  </table>`,
  styleUrl: './process-table.css',
})
export class StepTable {
  readonly rows = input.required<readonly StepRow[]>();
  /** Id of the step that the diagram shows. */
  readonly selected = input<string | null>(null);
  readonly chosen = output<string>();

  protected time(milliseconds: number | null): string {
    return milliseconds === null ? '–' : duration(milliseconds);
  }
}
