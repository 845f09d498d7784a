import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RejectionLink } from '../../../server/contract/rejections.js';
import { Language } from '../../live/language.js';
import { Icon } from '../../ui/icon/icon.js';

interface Obstacle {
  readonly code: string;
  readonly de: string;
  readonly en: string;
  readonly link?: RejectionLink | null;
}

/** Everything that stands against an act, never only the first of it, each leading to where it is dealt with. */
@Component({
  selector: 'lm-obstacles',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul>
    @for (obstacle of obstacles(); track $index) {
      <li>
        <lm-icon name="error" [size]="16" />
        @if (obstacle.link; as link) {
          @if (link.noun === 'aufgabe') {
            <a class="link" [routerLink]="['/aufgaben', link.id]">{{ language.pick(obstacle) }}</a>
          } @else {
            <button type="button" class="link" (click)="chosen.emit(link)">{{ language.pick(obstacle) }}</button>
          }
        } @else {
          {{ language.pick(obstacle) }}
        }
      </li>
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
      flex: none;
      margin-top: 2px;
      color: var(--danger);
    }
    .link {
      min-height: 24px;
      color: var(--accent);
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 2px;
    }
  `,
})
export class Obstacles {
  readonly obstacles = input.required<readonly Obstacle[]>();
  /** What stands in the way and is dealt with on this very page. */
  readonly chosen = output<RejectionLink>();

  protected readonly language = inject(Language);
}
