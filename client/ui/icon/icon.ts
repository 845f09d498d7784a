import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ICONS, type IconName } from './icons.js';

/** One symbol, always beside a word or inside a control that has a name; therefore hidden from screen readers. */
@Component({
  selector: 'lm-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg
    viewBox="0 -960 960 960"
    [attr.width]="size()"
    [attr.height]="size()"
    fill="currentColor"
    aria-hidden="true"
  >
    <path [attr.d]="path()" />
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      vertical-align: text-bottom;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  /** Edge in px: 20 in rails, 18 in buttons, 16 in text. */
  readonly size = input(18);

  protected readonly path = computed(() => /\sd="([^"]+)"/.exec(ICONS[this.name()])?.[1] ?? '');
}
