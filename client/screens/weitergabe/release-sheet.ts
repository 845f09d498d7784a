import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { WeitergabeRow, WeitergabeView } from '../../../server/contract/weitergabe-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { byteSize } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** What the second person looks at before the responsibility leaves the house: to whom, why, and every Dokument. */
@Component({
  selector: 'lm-release-sheet',
  imports: [Button, Dialog, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog [heading]="label" width="wide" (closed)="closed.emit()">
    <div class="stack">
      @if (asking.refusal() ?? view.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      }
      <p i18n="@@weitergabe.releaseEffect">
        „{{ row().recipient }}“ wird für {{ row().akte.aktenzeichen }} {{ row().akte.betreff }} zuständig. Nach der
        Übernahme wird die Akte hier nur noch aufbewahrt.
      </p>
      <dl class="facts">
        <dt i18n="@@weitergabe.askedBy">Beantragt von</dt>
        <dd>{{ row().createdBy }}</dd>
        <dt i18n="@@storno.reason">Grund</dt>
        <dd>{{ row().reason }}</dd>
      </dl>
      @if (view.value(); as shown) {
        <table>
          <caption class="visually-hidden" i18n="@@screen.dokumente">
            Dokumente
          </caption>
          <thead>
            <tr>
              <th scope="col" i18n="@@frist.levelVorgang">Vorgang</th>
              <th scope="col" i18n="@@dokument.betreff">Betreff</th>
              <th scope="col" i18n="@@weitergabe.size">Größe</th>
            </tr>
          </thead>
          <tbody>
            @for (dokument of shown.dokumente; track dokument.id) {
              <tr>
                <td>{{ dokument.vorgang }} Nr. {{ dokument.nummer }}</td>
                <td>{{ dokument.betreff }}</td>
                <td>{{ size(dokument.size) }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <lm-skeleton [lines]="4" />
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      <button
        lmButton
        type="button"
        kind="primary"
        [state]="view.value() ? asking.state() : 'blocked'"
        (click)="release()"
      >
        {{ label }}
      </button>
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.cancel">Abbrechen</button>
    </ng-container>
  </lm-dialog>`,
  styleUrls: ['../shared/panel-table.css', './release-sheet.css'],
})
export class ReleaseSheet {
  readonly row = input.required<WeitergabeRow>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  protected readonly label = inject(Language).pick(ACTS['weitergabe.releaseWeitergabe'].label);
  protected readonly view = liveView<WeitergabeView>(() => `weitergaben/${this.row().id}`, []);
  protected readonly asking = new Asking();
  protected readonly size = byteSize;

  protected async release(): Promise<void> {
    const { id: weitergabeId, version, recipient } = this.row();
    const input = { weitergabeId, version };
    if (await this.asking.ask(() => this.acts.run('weitergabe.releaseWeitergabe', input, recipient))) this.done.emit();
  }
}
