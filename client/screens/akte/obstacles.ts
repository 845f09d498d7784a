import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Language } from '../../live/language.js';
import { Icon } from '../../ui/icon/icon.js';

interface Obstacle {
  readonly code: string;
  readonly de: string;
  readonly en: string;
}

/** Everything that stands against an act, never only the first of it. `short` fits beside a button. */
@Component({
  selector: 'lm-obstacles',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (display() === 'short') {
      <p>{{ first() }}</p>
    } @else {
      <ul>
        @for (obstacle of obstacles(); track $index) {
          <li><lm-icon name="error" [size]="16" />{{ language.pick(obstacle) }}</li>
        }
      </ul>
    }`,
  styles: `
    :host {
      flex: 1;
      min-width: 0;
    }
    p {
      color: var(--muted);
      font-size: 0.8125rem;
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
  readonly display = input<'list' | 'short'>('list');

  protected readonly language = inject(Language);
  protected readonly first = computed(() => {
    const [first, ...rest] = this.obstacles();
    if (!first) return '';
    const text = this.language.pick(first);
    return rest.length === 0 ? text : $localize`:@@obstacles.more:${text}:first: (und ${rest.length}:count: weitere)`;
  });
}
