import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';
import { KeyHint } from '../keys/key-hint.js';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';
export type ButtonState = 'ready' | 'busy' | 'blocked';

/**
 * A KERN button in compact density. Its text names the act. At most one `primary` per screen. `blocked` keeps the button
 * reachable by keyboard: the reason stands in words beside it and the screen refuses with that reason.
 */
@Component({
  selector: 'button[lmButton], a[lmButton]',
  imports: [Icon, KeyHint],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    class: 'kern-btn',
    '[class.kern-btn--primary]': "kind() === 'primary'",
    '[class.kern-btn--secondary]': "kind() === 'secondary'",
    '[class.kern-btn--tertiary]': "kind() === 'quiet'",
    '[class.small]': "size() === 'small'",
    '[class.blocked]': "state() === 'blocked'",
    '[attr.aria-disabled]': "state() === 'ready' ? null : 'true'",
    '[attr.aria-busy]': "state() === 'busy' ? 'true' : null",
  },
  template: `@if (state() === 'blocked') {
      <lm-icon name="lock" />
    } @else if (icon(); as name) {
      <lm-icon [name]="name" />
    }
    <span class="kern-label"><ng-content /></span>
    @if (keys(); as combination) {
      <lm-key-hint [keys]="combination" />
    }`,
  styleUrl: './button.css',
})
export class Button {
  readonly kind = input<ButtonKind>('secondary');
  readonly size = input<'medium' | 'small'>('medium');
  readonly state = input<ButtonState>('ready');
  readonly icon = input<IconName>();
  readonly keys = input<string>();
}
