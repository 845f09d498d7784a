import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Language } from '../../live/language.js';
import { Icon } from '../../ui/icon/icon.js';

interface Obstacle {
  readonly code: string;
  readonly de: string;
  readonly en: string;
}

/** Everything that stands against an act, never only the first of it. */
@Component({
  selector: 'lm-obstacles',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul>
    @for (obstacle of obstacles(); track $index) {
      <li><lm-icon name="error" [size]="16" />{{ language.pick(obstacle) }}</li>
    }
  </ul>`,
  styles: `
    :host {
      flex: 1;
      min-width: 0;
    }
    li {
      display: flex;
      gap: 8px;
      padding: 3px 0;
    }
    lm-icon {
      margin-top: 2px;
      color: var(--danger);
    }
  `,
})
export class Obstacles {
  readonly obstacles = input.required<readonly Obstacle[]>();

  protected readonly language = inject(Language);
}
