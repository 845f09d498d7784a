import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { HistoryEntry } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { clockTime, date } from '../../locale/format.js';

/** Entries of the Protokoll in sentences, newest first as the server gives them. */
@Component({
  selector: 'lm-history-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ol>
    @for (entry of entries(); track $index) {
      <li>
        <time [attr.datetime]="entry.at">{{ date(entry.at) }}, {{ time(entry.at) }}</time>
        <span
          >{{ language.pick(entry) }}<span class="actor">{{ entry.actor }}</span></span
        >
      </li>
    } @empty {
      <li class="muted" i18n="@@history.empty">Noch kein Eintrag.</li>
    }
  </ol>`,
  styles: `
    li {
      display: grid;
      grid-template-columns: 132px minmax(0, 1fr);
      gap: 12px;
      padding: 7px 0;
      border-bottom: 1px solid var(--line);
      font-size: 0.8125rem;
    }
    time,
    .actor {
      color: var(--muted);
    }
    /* On a line of its own: beside the sentence it would read as its end. */
    .actor {
      display: block;
    }
    @media (max-width: 600px) {
      li {
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
      }
    }
  `,
})
export class HistoryList {
  readonly entries = input.required<readonly HistoryEntry[]>();
  protected readonly language = inject(Language);
  protected readonly date = date;
  protected readonly time = clockTime;
}
