import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AnyRecord } from '../../../server/contract/akte-views.js';
import type { RecordPdfView } from '../../../server/contract/record-pdf-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { byteSize } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Progress } from '../../ui/progress/progress.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** One PDF of an Akte or a Vorgang: ordered, on its way, ready to be fetched, or why not. */
@Component({
  selector: 'lm-record-pdf-sheet',
  imports: [Alert, Button, Dialog, Progress, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Als PDF mit Register" i18n-heading="@@recordPdf.heading" (closed)="closed.emit()">
    <div class="stack">
      <p i18n="@@recordPdf.what">
        Deckblatt, Register und alle Dokumente, die Sie sehen dürfen, in einer Datei mit durchlaufenden Blattzahlen. Was
        keine Seiten hat, steht mit Name und Prüfsumme an seinem Platz. Im Protokoll steht, dass Sie diese Kopie gezogen
        haben.
      </p>
      @if (view.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      } @else if (view.value()) {
        @switch (pdf()?.state) {
          @case ('ready') {
            @if (pdf()?.file; as file) {
              <p role="status">
                <span i18n="@@recordPdf.ready">Fertig: {{ pdf()?.pages }} Blatt, {{ size(file.size) }}.</span>
              </p>
            }
          }
          @case ('failed') {
            @if (pdf()?.reason; as reason) {
              <lm-alert kind="warning" [title]="language.pick(reason)">
                <p>{{ language.pick(reason.remedy) }}</p>
              </lm-alert>
            }
          }
          @case ('aborted') {
            <p role="status" i18n="@@recordPdf.aborted">Abgebrochen.</p>
          }
        }
        @if (underWay()) {
          <p role="status" i18n="@@recordPdf.running">
            Wird zusammengestellt: {{ pdf()?.done }} von {{ pdf()?.total }} Dateien. Sie können das Fenster schließen.
          </p>
          <lm-progress label="Fortschritt" i18n-label="@@recordPdf.progress" [value]="share()" />
        }
        @if (asking.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        }
      } @else {
        <lm-skeleton [lines]="3" />
      }
    </div>
    <ng-container ngProjectAs="[dialogActs]">
      @if (underWay()) {
        <button lmButton type="button" [state]="asking.state()" (click)="abort()">{{ labels.abort }}</button>
      } @else if (view.value()) {
        @if (pdf()?.file; as file) {
          <a
            lmButton
            kind="primary"
            icon="download"
            [href]="file.url"
            [attr.download]="file.name"
            i18n="@@document.download"
            >Herunterladen</a
          >
          <button lmButton type="button" [state]="asking.state()" (click)="order()" i18n="@@recordPdf.again">
            Neu zusammenstellen
          </button>
        } @else {
          <button
            lmButton
            type="button"
            kind="primary"
            [state]="asking.state()"
            (click)="order()"
            i18n="@@recordPdf.order"
          >
            Zusammenstellen
          </button>
        }
      }
      <button lmButton type="button" (click)="closed.emit()" i18n="@@ui.close">Schließen</button>
    </ng-container>
  </lm-dialog>`,
})
export class RecordPdfSheet {
  readonly record = input.required<AnyRecord>();
  readonly name = input.required<string>();
  readonly closed = output();

  protected readonly language = inject(Language);
  protected readonly asking = new Asking();
  protected readonly size = byteSize;
  protected readonly labels = { abort: this.language.pick(ACTS['akte.abortPdf'].label) };
  protected readonly view = liveView<RecordPdfView>(
    () => `${this.record().kind === 'akte' ? 'akten' : 'vorgaenge'}/${this.record().id}/pdf`,
    ['akte', 'vorgang'],
  );
  protected readonly pdf = computed(() => this.view.value()?.pdf ?? null);
  protected readonly underWay = computed(() => ['waiting', 'running'].includes(this.pdf()?.state ?? ''));
  protected readonly share = computed(() => {
    const { done = 0, total = 0 } = this.pdf() ?? {};
    return total === 0 ? null : done / total;
  });

  private readonly acts = inject(Acts);

  protected async order(): Promise<void> {
    const { kind, id } = this.record();
    await this.done(() => this.acts.run('akte.orderPdf', { record: { kind, id } }, this.name()));
  }

  protected async abort(): Promise<void> {
    const pdfId = this.pdf()?.id;
    if (pdfId) await this.done(() => this.acts.run('akte.abortPdf', { pdfId }, this.name()));
  }

  private async done(act: Parameters<Asking['ask']>[0]): Promise<void> {
    if (await this.asking.ask(act)) await this.view.reload();
  }
}
