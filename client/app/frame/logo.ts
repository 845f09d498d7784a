import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The sign of the product: a folder that is checked off. */
@Component({
  selector: 'lm-logo',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg viewBox="0 0 24 24" [attr.width]="size()" [attr.height]="size()" aria-hidden="true">
    <path
      fill="var(--accent)"
      d="M2.5 6A2.5 2.5 0 0 1 5 3.5h4.6L12 6h7a2.5 2.5 0 0 1 2.5 2.5v9A2.5 2.5 0 0 1 19 20H5a2.5 2.5 0 0 1-2.5-2.5z"
    />
    <path
      fill="none"
      stroke="var(--on-accent)"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      d="m8 13 2.8 2.8 5.2-5.3"
    />
  </svg>`,
})
export class Logo {
  readonly size = input(24);
}
