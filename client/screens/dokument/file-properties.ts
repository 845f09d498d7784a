import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import type { FileFacts } from '../../../server/contract/reading-views.js';
import { liveView } from '../../live/live-view.js';
import { byteSize } from '../../locale/format.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { ZusatzFacts } from '../zusatzfeld/zusatz-facts.js';
import { propertyWords, unreadableWords } from './unreadable.js';

/** What the newest version says about itself, beside what we know of it. */
@Component({
  selector: 'lm-file-properties',
  imports: [Dialog, RefusalAlert, Skeleton, ZusatzFacts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-dialog heading="Eigenschaften der Datei" i18n-heading="@@dokument.properties" (closed)="closed.emit()">
    <div class="stack">
      @if (version(); as shown) {
        <dl class="facts">
          <dt i18n="@@dokument.fileName">Dateiname</dt>
          <dd>{{ shown.file.name }}</dd>
          <dt i18n="@@dokument.fileType">Dateityp</dt>
          <dd>{{ shown.file.mime }}</dd>
          <dt i18n="@@dokument.fileSize">Größe</dt>
          <dd>{{ size(shown.file.size) }}</dd>
          <dt>SHA-256</dt>
          <dd>{{ shown.sha256 }}</dd>
        </dl>
      }
      <lm-zusatz-facts kind="dokument" [id]="dokument().id" />
      <section>
        <h3 class="section-title" i18n="@@dokument.claims">Was die Datei von sich sagt</h3>
        @if (facts.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        } @else if (facts.value(); as found) {
          @if (found.unreadable; as reason) {
            <p>{{ unreadable(reason) }}</p>
          } @else if (found.properties.length === 0) {
            <p i18n="@@dokument.noClaims">Die Datei sagt nichts von sich.</p>
          }
          <dl class="facts">
            @for (property of found.properties; track property.name) {
              <dt>{{ words(property.name) }}</dt>
              <dd>{{ property.value }}</dd>
            }
          </dl>
        } @else {
          <lm-skeleton [lines]="4" />
        }
      </section>
    </div>
  </lm-dialog>`,
  styles: `
    dd {
      overflow-wrap: anywhere;
    }
  `,
})
export class FileProperties {
  readonly dokument = input.required<DokumentView>();
  readonly closed = output();

  protected readonly size = byteSize;
  protected readonly words = propertyWords;
  protected readonly unreadable = unreadableWords;
  protected readonly version = computed(() => this.dokument().versions.at(-1));
  protected readonly facts = liveView<FileFacts>(
    () => `dokumente/${this.dokument().id}/versionen/${this.version()?.nummer ?? 1}/eigenschaften`,
    [],
  );
}
