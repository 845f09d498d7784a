import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { EingangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { byteSize, clockTime, date } from '../../locale/format.js';
import type { Finished } from './eingang-acts.js';
import { ScanOrigin } from './scans/scan-origin.js';
import { CHANNELS } from './words.js';

/** Where an item comes from and what was found in its bytes: the evidence behind the card. */
@Component({
  selector: 'lm-eingang-origin',
  imports: [ScanOrigin],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dl class="facts">
      <dt i18n="@@eingang.received">Eingegangen</dt>
      <dd>{{ date(eingang().receivedAt) }}, {{ time(eingang().receivedAt) }}</dd>
      <dt i18n="@@eingang.channel">Weg</dt>
      <dd>{{ channel() }}</dd>
      @if (eingang().examination?.mail; as mail) {
        <dt i18n="@@eingang.from">Von</dt>
        <dd>{{ mail.from }}</dd>
        <dt i18n="@@eingang.to">An</dt>
        <dd>{{ mail.to }}</dd>
        <dt i18n="@@eingang.subject">Betreff</dt>
        <dd>{{ mail.subject }}</dd>
      }
      <dt i18n="@@eingang.fileName">Datei</dt>
      <dd>{{ eingang().fileName }} ({{ size(eingang().size) }})</dd>
      <dt i18n="@@eingang.type">Typ nach Inhalt</dt>
      <dd>{{ eingang().examination?.mime ?? '–' }}</dd>
      <dt i18n="@@eingang.virus">Virenprüfung</dt>
      <dd i18n="@@eingang.virusNotChecked">nicht geprüft (kein Scanner angeschlossen)</dd>
      <dt>SHA-256</dt>
      <dd class="hash">{{ eingang().sha256 }}</dd>
      @if (notes().length > 0) {
        <dt i18n="@@eingang.notes">Hinweise</dt>
        <dd>
          <ul>
            @for (note of notes(); track $index) {
              <li>{{ language.pick(note) }}</li>
            }
          </ul>
        </dd>
      }
      @for (signature of signatures(); track $index) {
        <dt i18n="@@eingang.signature">Signatur</dt>
        <dd>{{ language.pick(signature.sentence) }}</dd>
      }
    </dl>
    @if (eingang().rearrangement; as rearrangement) {
      <lm-scan-origin [eingang]="eingang()" [rearrangement]="rearrangement" (restored)="restored.emit($event)" />
    }`,
  styles: `
    .hash {
      font-family: var(--mono);
      font-size: 0.75rem;
    }
  `,
})
export class EingangOrigin {
  readonly eingang = input.required<EingangView>();
  readonly restored = output<Omit<Finished, 'id'>>();

  protected readonly language = inject(Language);
  protected readonly date = date;
  protected readonly time = clockTime;
  protected readonly size = byteSize;
  protected readonly channel = computed(() => CHANNELS[this.eingang().channel].word);
  protected readonly notes = computed(() => this.eingang().examination?.warnings ?? this.eingang().warnings);
  protected readonly signatures = computed(() => this.eingang().examination?.signatures?.signatures ?? []);
}
