import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { KontaktRow as Row } from '../../../server/contract/kontakt-views.js';
import { Icon } from '../../ui/icon/icon.js';

/** Somebody of the register, with the place that tells two of one name apart. */
@Component({
  selector: 'lm-kontakt-row',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-icon [name]="row().art === 'person' ? 'person' : 'group'" [size]="16" />
    <span class="names">
      <span class="name">{{ row().label }}</span>
      <span class="muted">{{ row().place }}</span>
    </span>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 10px;
      height: 100%;
      padding: 0 var(--inset);
    }
    .names {
      display: grid;
      min-width: 0;
      font-size: 0.8125rem;
      line-height: 1.125rem;
    }
    .names > * {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .name {
      font-weight: 600;
    }
  `,
})
export class KontaktRow {
  readonly row = input.required<Row>();
}
