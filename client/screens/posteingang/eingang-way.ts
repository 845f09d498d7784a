import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EingangView } from '../../../server/contract/views.js';
import { clockTime, date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { RECEIPTS } from './words.js';

/** Who had the item before it lay here, and whether its sender knows that it arrived. */
@Component({
  selector: 'lm-eingang-way',
  imports: [Alert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (eingang().returned; as back) {
      <lm-alert kind="warning" [title]="returnedBy()">
        <p class="words">{{ back.reason }}</p>
        <p class="muted">{{ when(back.at) }}</p>
      </lm-alert>
    }
    @if (receipt(); as words) {
      <lm-alert kind="info" [title]="words">
        <p class="words">{{ eingang().receipt?.address }}</p>
        @if (eingang().receipt?.note; as note) {
          <p class="words">{{ note }}</p>
        }
      </lm-alert>
    }
    @if (eingang().forwarding; as given) {
      <lm-alert kind="info" [title]="givenTo()">
        <p class="words">{{ given.note }}</p>
        <p class="muted">{{ when(given.at) }}</p>
      </lm-alert>
    }`,
  styles: `
    :host {
      display: contents;
    }
    .words {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class EingangWay {
  readonly eingang = input.required<EingangView>();

  protected readonly when = (at: string) => `${date(at)}, ${clockTime(at)}`;
  protected readonly receipt = computed(() => {
    const state = this.eingang().receipt?.state;
    return state ? RECEIPTS[state] : null;
  });
  protected readonly returnedBy = computed(() => {
    const from = this.eingang().returned?.from ?? '';
    return $localize`:@@forward.returnedBy:Zurückgegeben von ${from}:name:`;
  });
  protected readonly givenTo = computed(() => {
    const given = this.eingang().forwarding;
    if (!given) return '';
    if (!given.mine) return $localize`:@@forward.liesWith:Weitergegeben an ${given.to}:name:`;
    return given.state === 'offered'
      ? $localize`:@@forward.offered:${given.from}:name: gibt Ihnen diese Sendung. Nehmen Sie sie an?`
      : $localize`:@@forward.accepted:Angenommen, weitergegeben von ${given.from}:name:`;
  });
}
