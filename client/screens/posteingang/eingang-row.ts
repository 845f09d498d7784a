import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Day, EingangRow as Row } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { clockTime, date, dayOf } from '../../locale/format.js';
import { Icon } from '../../ui/icon/icon.js';
import { Tag } from '../../ui/tag/tag.js';
import { CHANNELS, CONFIDENCES, RECEIPTS } from './words.js';

/** Three lines: who and when, what, how it came and how sure the proposals are. */
@Component({
  selector: 'lm-eingang-row',
  imports: [Icon, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="line">
      <strong>{{ row().sender || unknown }}</strong>
      <time>{{ received() }}</time>
    </div>
    <div class="title">{{ row().title || row().fileName }}</div>
    <div class="line third">
      <span class="how">
        <lm-icon [name]="channel().icon" [size]="16" />{{ channel().word }}
        @if (whereabouts() || warning(); as text) {
          · {{ text }}
        } @else if (row().pages; as pages) {
          · <ng-container i18n="@@eingang.pages">{{ pages }} S.</ng-container>
        }
      </span>
      @if (row().state === 'empfangen') {
        <span i18n="@@eingang.examining">wird geprüft …</span>
      } @else if (row().state === 'quarantaene') {
        <lm-tag surface="bare" tone="danger"
          ><ng-container i18n="@@eingang.quarantine">Quarantäne</ng-container></lm-tag
        >
      } @else {
        <lm-tag surface="bare" [tone]="confidence().tone" [icon]="confidence().icon">{{ confidence().word }}</lm-tag>
      }
    </div>`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-content: center;
      gap: 2px;
      height: 100%;
      padding: 0 16px 0 var(--inset);
    }
    .line {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 8px;
    }
    strong,
    .title,
    .how {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    strong {
      font-weight: 600;
    }
    time {
      flex: none;
      font-size: 0.8125rem;
    }
    .title {
      font-size: 0.8125rem;
      line-height: 1.125rem;
    }
    .third {
      align-items: center;
      color: var(--muted);
      font-size: 0.75rem;
      line-height: 1.125rem;
    }
    .how lm-icon {
      margin-right: 6px;
    }
    lm-tag {
      flex: none;
    }
  `,
})
export class EingangRow {
  readonly row = input.required<Row>();
  readonly today = input.required<Day>();

  private readonly language = inject(Language);
  protected readonly unknown = $localize`:@@eingang.unknownSender:Absender unbekannt`;
  protected readonly channel = computed(() => CHANNELS[this.row().channel]);
  protected readonly confidence = computed(() => CONFIDENCES[this.row().confidence]);
  protected readonly received = computed(() => {
    const { receivedAt } = this.row();
    return dayOf(receivedAt) === this.today() ? clockTime(receivedAt) : date(receivedAt).slice(0, 6);
  });
  /** With whom it is, or who sent it back: that is what the reader wants to know first. */
  protected readonly whereabouts = computed(() => {
    const { forwarding, returned, receipt, state } = this.row();
    if (state === 'zugeordnet' && receipt) return RECEIPTS[receipt.state];
    if (returned) return $localize`:@@forward.returnedRow:zurück von ${returned.from}:name:`;
    if (!forwarding) return null;
    if (!forwarding.mine) return $localize`:@@forward.withRow:liegt bei ${forwarding.to}:name:`;
    return forwarding.state === 'offered'
      ? $localize`:@@forward.offeredRow:von ${forwarding.from}:name:, noch nicht angenommen`
      : $localize`:@@forward.acceptedRow:angenommen`;
  });
  protected readonly warning = computed(() => {
    const first = this.row().warnings[0];
    return first ? this.language.pick(first) : null;
  });
}
