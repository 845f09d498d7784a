import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** A state in one word: icon, word and tint together, never colour alone (WCAG 1.4.1). */
@Component({
  selector: 'lm-tag',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'tone()', '[class.bare]': "surface() === 'bare'" },
  template: `@if (shown(); as name) {
      <lm-icon [name]="name" [size]="16" />
    }
    <span><ng-content /></span>`,
  styleUrl: './tag.css',
})
export class Tag {
  readonly tone = input<Tone>('neutral');
  readonly icon = input<IconName>();
  /** `bare`: coloured icon beside a plain word, for lists where tints would be too loud. */
  readonly surface = input<'tinted' | 'bare'>('tinted');

  protected readonly shown = computed(() => this.icon() ?? ICON_OF_TONE[this.tone()]);
}

const ICON_OF_TONE: Readonly<Record<Tone, IconName | undefined>> = {
  neutral: undefined,
  accent: undefined,
  success: 'check-circle',
  warning: 'warning',
  danger: 'error',
};
