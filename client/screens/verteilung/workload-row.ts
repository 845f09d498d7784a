import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Workload } from '../../../server/contract/distribution-views.js';
import { date } from '../../locale/format.js';
import { Tag } from '../../ui/tag/tag.js';

/** Somebody of the area, with how much lies with them and whether they are there. */
@Component({
  selector: 'lm-workload-row',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="who">
      <span class="name">{{ row().name }}</span>
      <span class="muted">{{ row().unit }}</span>
    </span>
    <span class="figures">
      <span i18n="@@verteilung.open">{{ row().open }} offen</span>
      @if (row().absentUntil; as until) {
        <lm-tag surface="bare" tone="warning" i18n="@@verteilung.absent">abwesend bis {{ day(until) }}</lm-tag>
      } @else if (row().overdue > 0) {
        <lm-tag surface="bare" tone="danger" i18n="@@verteilung.overdue">{{ row().overdue }} überfällig</lm-tag>
      }
    </span>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 10px;
      height: 100%;
      padding: 0 var(--inset);
      font-size: 0.8125rem;
      line-height: 1.125rem;
    }
    .who,
    .figures {
      display: grid;
      min-width: 0;
    }
    .who > * {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .name {
      font-weight: 600;
    }
    .figures {
      flex: none;
      justify-items: end;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class WorkloadRow {
  readonly row = input.required<Workload>();
  protected readonly day = date;
}
