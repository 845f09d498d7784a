import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';

/** A native checkbox with its words beside it; both are the target. */
@Component({
  selector: 'lm-checkbox',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<label [class.disabled]="disabled()">
    <input
      type="checkbox"
      [checked]="checked()"
      [disabled]="disabled()"
      [attr.aria-label]="label() ?? null"
      (change)="toggle($event)"
    />
    <span><ng-content /></span>
  </label>`,
  styles: `
    label {
      display: flex;
      align-items: flex-start;
      gap: 8px;
      min-height: 24px;
      cursor: pointer;
    }
    label.disabled {
      cursor: not-allowed;
      color: var(--muted);
    }
    input {
      flex: none;
      width: 18px;
      height: 18px;
      margin: 1px 0 0;
      accent-color: var(--accent);
    }
  `,
})
export class Checkbox {
  readonly checked = model(false);
  readonly disabled = input(false);
  /** Only where no words stand inside, as in a table's column. */
  readonly label = input<string>();

  protected toggle(event: Event): void {
    this.checked.set((event.target as HTMLInputElement).checked);
  }
}
