import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** How far something is, as a bar with its name; without a value it is under way and nobody knows how far. */
@Component({
  selector: 'lm-progress',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (value() === null) {
      <progress class="kern-progress" [attr.aria-label]="label()"></progress>
    } @else {
      <progress class="kern-progress" max="1" [value]="value()" [attr.aria-label]="label()"></progress>
    }`,
  styles: `
    progress {
      display: block;
      width: 100%;
      height: 6px;
      accent-color: var(--accent);
    }
  `,
})
export class Progress {
  readonly label = input.required<string>();
  /** Between 0 and 1. */
  readonly value = input.required<number | null>();
}
