import { ChangeDetectionStrategy, Component, output } from '@angular/core';
import type { HitCount, HitRateView } from '../../../server/contract/eingang-views.js';
import { liveView } from '../../live/live-view.js';
import { date } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** How good the proposals are, for each position of the Aktenplan, in counts: whoever reads a percentage asks of how many. */
@Component({
  selector: 'lm-hit-rate-sheet',
  imports: [Button, Dialog, EmptyState, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog
    heading="Trefferquote der Vorschläge"
    i18n-heading="@@hitRate.heading"
    width="wide"
    (closed)="closed.emit()"
  >
    <div class="stack">
      @if (source.refusal(); as refusal) {
        <lm-refusal-alert [refusal]="refusal" />
      } @else if (source.value(); as rate) {
        <p class="muted" i18n="@@hitRate.what">
          Abgelegt seit {{ date(rate.since) }}. Eine Stelle erscheint ab fünf Sendungen; wer abgelegt hat, wird nicht
          gezählt.
        </p>
        @if (rate.rows.length === 0) {
          <lm-empty-state icon="checklist" heading="Noch zu wenige Sendungen" i18n-heading="@@hitRate.none" />
        } @else {
          <div class="scroll" tabindex="0" role="region" aria-label="Trefferquote" i18n-aria-label="@@hitRate.table">
            <table>
              <thead>
                <tr>
                  <th scope="col" i18n="@@hitRate.position">Stelle</th>
                  <th scope="col" i18n="@@hitRate.first">Erster Vorschlag</th>
                  <th scope="col" i18n="@@hitRate.any">Einer der Vorschläge</th>
                  <th scope="col" i18n="@@hitRate.kind">Art</th>
                  <th scope="col" i18n="@@hitRate.sender">Absender</th>
                </tr>
              </thead>
              <tbody>
                @for (row of rate.rows; track row.kennzeichen) {
                  <tr>
                    <th scope="row">{{ row.kennzeichen }} {{ row.titel }}</th>
                    <td>{{ words(row.first) }}</td>
                    <td>{{ words(row.any) }}</td>
                    <td>{{ words(row.kind) }}</td>
                    <td>{{ words(row.sender) }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      } @else {
        <lm-skeleton [lines]="6" />
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.close">Schließen</button>
    </ng-container>
  </lm-dialog>`,
  styleUrl: '../shared/panel-table.css',
  styles: `
    .scroll {
      max-height: 52vh;
      overflow: auto;
    }
    tbody th {
      padding: 8px;
      border-bottom: 1px solid var(--line);
      font-weight: 400;
      text-align: left;
    }
    td {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class HitRateSheet {
  readonly closed = output();

  protected readonly source = liveView<HitRateView>(() => 'posteingang/hit-rate', []);
  protected readonly date = date;

  /** Below five there is no figure, here as for the rows. */
  protected words({ taken, of }: HitCount): string {
    if (of < 5) return $localize`:@@hitRate.tooFew:zu wenige`;
    return $localize`:@@hitRate.count:${taken}:taken: von ${of}:of: übernommen`;
  }
}
