import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

/** What stands where nothing is: one sentence, and what to do next if there is something. */
@Component({
  selector: 'lm-empty-state',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-icon [name]="icon()" [size]="32" />
    <p class="heading">{{ heading() }}</p>
    <div class="body"><ng-content /></div>`,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: 6px;
      min-height: 240px;
      height: 100%;
      padding: 24px;
      text-align: center;
      color: var(--muted);
    }
    .heading {
      margin-top: 4px;
      color: var(--text);
      font-weight: 600;
    }
    .body {
      display: grid;
      justify-items: center;
      gap: 12px;
      max-width: 44ch;
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly heading = input.required<string>();
}
