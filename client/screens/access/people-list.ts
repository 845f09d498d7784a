import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { AccessOfPerson } from '../../../server/contract/access-views.js';
import { Language } from '../../live/language.js';
import { Tag } from '../../ui/tag/tag.js';
import { rightText } from './words.js';

/** People with what they may, and the sentences that say why. */
@Component({
  selector: 'lm-people-list',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul>
    @for (person of people(); track person.id) {
      <li>
        <p class="name">
          <strong>{{ person.name }}</strong> <span class="muted">{{ person.unit }}</span>
          <lm-tag [tone]="person.right === null ? 'warning' : 'neutral'">{{ rightText(person.right) }}</lm-tag>
        </p>
        @for (reason of person.reasons; track reason.de) {
          <p class="reason">{{ language.pick(reason) }}</p>
        }
      </li>
    }
  </ul>`,
  styles: `
    li {
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
      font-size: 0.8125rem;
      line-height: 1.125rem;
      overflow-wrap: anywhere;
    }
    .name {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
    .reason {
      color: var(--muted);
    }
  `,
})
export class PeopleList {
  readonly people = input.required<readonly AccessOfPerson[]>();
  protected readonly language = inject(Language);
  protected readonly rightText = rightText;
}
