import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { RenditionView } from '../../../server/contract/rendition-views.js';
import type { FileView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Icon } from '../../ui/icon/icon.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { versionOf } from './paper.js';
import { PdfReader } from './pdf-reader.js';
import type { PdfState } from './pdf-state.js';

/** An office file as the PDF that the server has made of it, and always with the word that it is not the original. */
@Component({
  selector: 'lm-office-preview',
  imports: [Alert, Button, Icon, PdfReader, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (view.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    } @else if (view.value(); as shown) {
      @if (shown.url; as url) {
        <p class="line">
          <lm-icon name="visibility" />
          <span i18n="@@document.previewLine">Vorschau, nicht das Original.</span>
          <a [href]="file().url" [attr.download]="file().name" i18n="@@document.original">Original herunterladen</a>
        </p>
        <lm-pdf-reader [url]="url" [title]="title()" [state]="state()" />
      } @else {
        <div class="instead">
          @if (shown.reason; as reason) {
            <lm-alert kind="warning" [title]="language.pick(reason)">
              <p>{{ language.pick(reason.remedy) }}</p>
            </lm-alert>
          } @else if (shown.state === 'waiting') {
            <p role="status" i18n="@@document.previewWaiting">
              Die Vorschau wird gerade erstellt. Sie erscheint hier von selbst; das Original ist schon da.
            </p>
            <lm-skeleton [lines]="6" />
          } @else {
            <p i18n="@@document.previewMissing">Von dieser Datei gibt es noch keine Vorschau.</p>
          }
          <div class="actions">
            <a lmButton icon="download" [href]="file().url" [attr.download]="file().name" i18n="@@document.original"
              >Original herunterladen</a
            >
            @if (shown.state !== 'waiting') {
              <button
                lmButton
                type="button"
                [disabled]="asking.state() === 'busy'"
                (click)="order()"
                i18n="@@document.orderPreview"
              >
                Vorschau anfordern
              </button>
            }
          </div>
          @if (asking.refusal(); as reason) {
            <lm-refusal-alert [refusal]="reason" />
          }
        </div>
      }
    } @else {
      <lm-skeleton [lines]="10" />
    }`,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      margin: 0;
      padding: 6px 12px;
    }
    .instead {
      display: grid;
      gap: 16px;
      padding: 24px;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
    }
  `,
})
export class OfficePreview {
  readonly file = input.required<FileView>();
  readonly title = input.required<string>();
  readonly state = input.required<PdfState>();

  protected readonly language = inject(Language);
  protected readonly asking = new Asking();
  protected readonly view = liveView<RenditionView>(
    () => (this.version() ? `${this.file().url.replace('/api/', '')}/darstellung` : null),
    ['vorgang'],
  );

  private readonly version = computed(() => versionOf(this.file()));
  private readonly acts = inject(Acts);

  constructor() {
    effect(() => {
      if (!this.view.value()?.url) untracked(() => this.state().begin());
    });
  }

  protected async order(): Promise<void> {
    const version = this.version();
    if (!version) return;
    const ordered = await this.asking.ask(() => this.acts.run('dokument.orderRendition', version, this.title()));
    if (ordered) await this.view.reload();
  }
}
