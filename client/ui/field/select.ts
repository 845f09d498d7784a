import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { Field } from './field.js';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** KERN's select: a native one, so that keyboard, type-ahead and phones work as everywhere. Stands inside `lm-field`. */
@Component({
  selector: 'lm-select',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="kern-form-input__select-wrapper">
    <select
      class="kern-form-input__select"
      [class.kern-form-input__select--error]="field.error() !== null"
      [id]="field.id"
      [attr.aria-describedby]="field.describedBy()"
      [attr.aria-invalid]="field.error() === null ? null : 'true'"
      (change)="choose($event)"
    >
      @if (placeholder(); as text) {
        <option value="" [selected]="known() === ''">{{ text }}</option>
      }
      @for (option of options(); track option.value) {
        <option [value]="option.value" [selected]="option.value === known()">{{ option.label }}</option>
      }
    </select>
  </div>`,
  styles: `
    :host {
      display: block;
      align-self: stretch;
    }
    select {
      width: 100%;
      text-overflow: ellipsis;
    }
  `,
})
export class Select {
  readonly options = input.required<readonly SelectOption[]>();
  readonly placeholder = input<string>();
  readonly value = model<string>('');

  protected readonly field = inject(Field);
  protected readonly known = computed(() =>
    this.options().some((option) => option.value === this.value()) ? this.value() : '',
  );

  protected choose(event: Event): void {
    this.value.set((event.target as HTMLSelectElement).value);
  }
}
