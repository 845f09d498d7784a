import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ZusatzItem, ZusatzKind, ZusatzView } from '../../../server/contract/zusatzfeld-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Tag } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { addressOf, shownValue } from './zusatz-words.js';

/** The extra fields of a record: those that have a value, and those that still need one before z. d. A. */
@Component({
  selector: 'lm-zusatz-facts',
  imports: [RefusalAlert, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (view.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    }
    @if (items().length > 0) {
      <dl class="facts">
        @for (item of items(); track item.key) {
          <dt>{{ language.asWritten(item.label) }}</dt>
          <dd>
            @if (item.value === null) {
              <lm-tag tone="warning" i18n="@@zusatz.missing">fehlt noch</lm-tag>
            } @else {
              <span class="value">{{ shown(item) }}</span>
            }
          </dd>
        }
      </dl>
    }`,
  styles: `
    :host {
      display: block;
      margin-top: 6px;
    }
    .value {
      white-space: pre-line;
    }
  `,
})
export class ZusatzFacts {
  readonly kind = input.required<ZusatzKind>();
  readonly id = input.required<string>();

  protected readonly language = inject(Language);
  protected readonly view = liveView<ZusatzView>(() => addressOf(this.kind(), this.id()), ['akte', 'vorgang']);
  protected readonly items = computed(() =>
    (this.view.value()?.items ?? []).filter(({ value, need }) => value !== null || need === 'required'),
  );

  protected shown(item: ZusatzItem): string {
    return shownValue(item, (sentence) => this.language.asWritten(sentence));
  }
}
