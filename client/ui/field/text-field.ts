import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Control } from './control.js';
import { Field } from './field.js';

/** A line to type, with its label: what most fields of a sheet are. */
@Component({
  selector: 'lm-text-field',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field [label]="label()" [hint]="hint()" [error]="error()">
    <input
      lmControl
      type="text"
      autocomplete="off"
      [attr.inputmode]="keyboard()"
      [attr.maxlength]="longest()"
      [value]="value()"
      (input)="take($event)"
    />
  </lm-field>`,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class TextField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);
  /** Most characters. */
  readonly longest = input<number | null>(null);
  /** Keys that a telephone offers; null: its letters. */
  readonly keyboard = input<'numeric' | 'decimal' | 'email' | null>(null);
  readonly value = model('');

  protected take(event: Event): void {
    this.value.set((event.target as HTMLInputElement).value);
  }
}
