import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Language } from '../../live/language.js';
import type { Refusal } from '../../live/refusal.js';
import { Alert } from '../../ui/alert/alert.js';

/** Shows a refusal: what was expected and found, all its reasons, what to do now. */
@Component({
  selector: 'lm-refusal-alert',
  imports: [Alert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-alert kind="danger" [title]="language.pick(refusal().message)">
    @if (refusal().reasons.length > 0) {
      <ul>
        @for (reason of refusal().reasons; track $index) {
          <li>
            {{ language.pick(reason.message) }}<br /><span class="muted">{{ language.pick(reason.remedy) }}</span>
          </li>
        }
      </ul>
    }
    <p>{{ language.pick(refusal().remedy) }}</p>
  </lm-alert>`,
  styles: `
    li {
      margin-bottom: 6px;
      padding-left: 12px;
      border-left: 1px solid var(--danger);
    }
  `,
})
export class RefusalAlert {
  readonly refusal = input.required<Refusal>();
  protected readonly language = inject(Language);
}
