import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ZeichnungView } from '../../../server/contract/views.js';
import { clockTime, date } from '../../locale/format.js';
import { Tag } from '../../ui/tag/tag.js';
import { nameOf } from './timeline.js';

/** Who assented to what: each Zeichnung names the version that it is bound to. */
@Component({
  selector: 'lm-zeichnungen',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul>
    @for (zeichnung of zeichnungen(); track $index) {
      <li>
        <strong>{{ name(zeichnung) }}</strong>
        @if (refused(zeichnung)) {
          <span i18n="@@zeichnung.refused">nicht gezeichnet</span>
        }
        <span>{{ zeichnung.person }}, {{ date(zeichnung.at) }}, {{ time(zeichnung.at) }}</span>
        <span class="muted">
          {{ zeichnung.dokument }}
          @if (zeichnung.versionNummer; as version) {
            · <ng-container i18n="@@document.version">Fassung {{ version }}</ng-container>
          }
          @if (zeichnung.fassung === 'aelter') {
            · <lm-tag tone="warning" i18n="@@zeichnung.older">in älterer Fassung gezeichnet</lm-tag>
          }
        </span>
        @if (zeichnung.bemerkung) {
          <span class="remark">{{ zeichnung.bemerkung }}</span>
        }
      </li>
    } @empty {
      <li class="muted" i18n="@@zeichnung.none">Noch keine Zeichnung.</li>
    }
  </ul>`,
  styles: `
    li {
      display: grid;
      gap: 2px;
      padding: 10px 0;
      border-bottom: 1px solid var(--line);
      font-size: 0.8125rem;
    }
    strong {
      font-size: 0.875rem;
      font-weight: 600;
    }
    .remark {
      padding-left: 10px;
      border-left: 2px solid var(--line-strong);
    }
  `,
})
export class Zeichnungen {
  readonly zeichnungen = input.required<readonly ZeichnungView[]>();
  protected readonly name = nameOf;
  protected readonly refused = ({ decision }: ZeichnungView) => decision === 'ablehnen' || decision === 'zurueckweisen';
  protected readonly date = date;
  protected readonly time = clockTime;
}
