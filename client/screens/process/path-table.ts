import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { duration } from '../../locale/duration.js';
import { moment } from '../../locale/format.js';
import { Tag, type Tone } from '../../ui/tag/tag.js';
import { stateWord } from './path-marks.js';
import type { PathRow, PathState } from './path.js';

const TONES: Readonly<Record<PathState, Tone>> = {
  stopped: 'danger',
  running: 'accent',
  done: 'success',
  ended: 'neutral',
};

/** The way of an instance in words: what the diagram beside it shows, for everyone who does not see it. */
@Component({
  selector: 'lm-path-table',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<table>
    <caption class="visually-hidden" i18n="@@path.caption">
      Schritte dieses Ablaufs in ihrer Reihenfolge
    </caption>
    <thead>
      <tr>
        <th scope="col" i18n="@@path.step">Schritt</th>
        <th scope="col" i18n="@@path.state">Stand</th>
        <th scope="col" i18n="@@path.from">von</th>
        <th scope="col" i18n="@@path.until">bis</th>
        <th scope="col" class="number" i18n="@@path.time">Dauer</th>
      </tr>
    </thead>
    <tbody>
      @for (row of rows(); track row.key) {
        <tr>
          <th scope="row">
            <button
              type="button"
              [attr.aria-pressed]="row.elementId === selected()"
              (click)="chosen.emit(row.elementId)"
            >
              {{ row.name }}
            </button>
          </th>
          <td>
            <lm-tag surface="bare" [tone]="tones[row.state]">{{ stateWord(row.state) }}</lm-tag>
          </td>
          <td class="time">{{ moment(row.enteredAt) }}</td>
          <td class="time">{{ row.leftAt ? moment(row.leftAt) : '–' }}</td>
          <td class="number">{{ row.leftAt === row.enteredAt ? '–' : duration(row.milliseconds) }}</td>
        </tr>
      } @empty {
        <tr>
          <td class="muted" colspan="5" i18n="@@path.none">Noch kein Schritt ist festgehalten.</td>
        </tr>
      }
    </tbody>
  </table>`,
  styleUrl: './process-table.css',
})
export class PathTable {
  readonly rows = input.required<readonly PathRow[]>();
  /** Id of the element that is shown in the diagram. */
  readonly selected = input<string | null>(null);
  readonly chosen = output<string>();

  protected readonly moment = moment;
  protected readonly tones = TONES;
  protected readonly stateWord = stateWord;
  protected readonly duration = duration;
}
