import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

/** A button of 32 × 32 px that shows only a symbol; its name is spoken and shown as a tooltip. */
@Component({
  selector: 'button[lmIconButton], a[lmIconButton]',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-label]': 'label()', '[attr.title]': 'label()' },
  template: `<lm-icon [name]="icon()" [size]="20" /><ng-content />`,
  styles: `
    :host {
      position: relative;
      display: inline-grid;
      place-items: center;
      flex: none;
      width: 32px;
      height: 32px;
      border-radius: 4px;
      color: var(--muted);
    }
    :host(:hover) {
      background: var(--hover);
      color: var(--text);
    }
    :host([aria-pressed='true']) {
      background: var(--select);
      color: var(--accent);
    }
    :host([aria-disabled='true']),
    :host(:disabled) {
      opacity: 0.45;
      cursor: not-allowed;
    }
  `,
})
export class IconButton {
  readonly icon = input.required<IconName>();
  readonly label = input.required<string>();
}
