import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon.js';

/** A filter as a word: pressed or not. */
@Component({
  selector: 'lm-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<button type="button" [attr.aria-pressed]="pressed()" (click)="toggled.emit(!pressed())">
    <ng-content />
    @if (pressed()) {
      <lm-icon name="close" [size]="16" />
    }
  </button>`,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-height: 26px;
      padding: 0 10px;
      border: 1px solid var(--control-line);
      border-radius: 13px;
      font-size: 0.8125rem;
      white-space: nowrap;
    }
    button:hover {
      background: var(--hover);
    }
    button[aria-pressed='true'] {
      border-color: transparent;
      background: var(--select);
      color: var(--accent);
      font-weight: 600;
    }
  `,
})
export class Chip {
  readonly pressed = input(false);
  readonly toggled = output<boolean>();
}
