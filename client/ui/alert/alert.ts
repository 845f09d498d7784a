import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

export type AlertKind = 'proposal' | 'info' | 'success' | 'warning' | 'danger';

/** A message that stands in the flow of a pane, with a small title; failures are announced at once. */
@Component({
  selector: 'lm-alert',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'kind()', '[attr.role]': "kind() === 'danger' ? 'alert' : null" },
  template: `<div class="head">
      <lm-icon [name]="icon()" />
      <strong>{{ title() }}</strong>
      <span class="spacer"></span>
      <ng-content select="[alertAside]" />
    </div>
    <div class="body"><ng-content /></div>`,
  styles: `
    :host {
      --edge: var(--accent);
      display: block;
      padding: 10px 14px 12px 12px;
      border-left: 3px solid var(--edge);
      border-radius: 6px;
      background: var(--tint);
    }
    :host(.success) {
      --edge: var(--success);
      background: var(--success-tint);
    }
    :host(.warning) {
      --edge: var(--warning);
      background: var(--warning-tint);
    }
    :host(.danger) {
      --edge: var(--danger);
      background: var(--danger-tint);
    }
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .head lm-icon {
      color: var(--edge);
    }
    :host(.proposal) .head lm-icon {
      color: var(--text);
    }
    .body:not(:empty) {
      margin: 4px 0 0 26px;
      font-size: 0.8125rem;
    }
    @media print {
      :host {
        border: 1px solid;
      }
    }
  `,
})
export class Alert {
  readonly kind = input<AlertKind>('info');
  readonly title = input.required<string>();

  protected readonly icon = computed(() => ICON_OF_KIND[this.kind()]);
}

const ICON_OF_KIND: Readonly<Record<AlertKind, IconName>> = {
  proposal: 'lightbulb',
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  danger: 'error',
};
