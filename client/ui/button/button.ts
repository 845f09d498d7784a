import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';
import { KeyHint } from '../keys/key-hint.js';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';
/** `explains`: looks blocked, but can be pressed and then says why. */
export type ButtonState = 'ready' | 'busy' | 'blocked' | 'explains';

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
    '[class.blocked]': 'locked()',
    '[attr.aria-disabled]': "state() === 'busy' || state() === 'blocked' ? 'true' : null",
    '[attr.aria-busy]': "state() === 'busy' ? 'true' : null",
  },
  template: `@if (locked()) {
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

  protected readonly locked = computed(() => this.state() === 'blocked' || this.state() === 'explains');
}
