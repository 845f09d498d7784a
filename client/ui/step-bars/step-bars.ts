import { ChangeDetectionStrategy, Component, input } from '@angular/core';

export type StepState = 'done' | 'current' | 'open';

/** The stages of a process as a row of bars; the sentence below it says the same in words. */
@Component({
  selector: 'lm-step-bars',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `@for (step of steps(); track $index) {
    <span [class]="step"></span>
  }`,
  styles: `
    :host {
      display: flex;
      gap: 8px;
    }
    span {
      flex: 1;
      height: 4px;
      border-radius: 2px;
      background: var(--line-strong);
    }
    .done {
      background: color-mix(in srgb, var(--accent) 55%, transparent);
    }
    .current {
      background: var(--accent);
    }
  `,
})
export class StepBars {
  readonly steps = input.required<readonly StepState[]>();
}
