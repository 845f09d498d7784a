import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';
import { Control } from './control.js';
import { Field } from './field.js';
import { parseDay } from './parse-day.js';

/**
 * A calendar day to type: `24.11.`, `+2w`, `heute`. Not the browser's own date control: that one follows the language of
 * the browser instead of the page, and knows no short forms.
 */
@Component({
  selector: 'lm-date-field',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field [label]="label()" [error]="state() === 'wrong' ? wrong : null">
    <input
      lmControl
      type="text"
      autocomplete="off"
      [placeholder]="placeholder"
      [value]="text()"
      (change)="take($event)"
    />
  </lm-field>`,
})
export class DateField {
  readonly label = input.required<string>();
  /** `YYYY-MM-DD`, or empty. */
  readonly value = input.required<string>();
  readonly today = input.required<string>();
  /** Writes a day as the language of the page does. */
  readonly format = input.required<(day: string) => string>();
  readonly valueChange = output<string>();
  /** Whether what stands in the field is a day or empty; the value stays the last right one. */
  readonly judged = output<'right' | 'wrong'>();

  protected readonly placeholder = $localize`:@@date.placeholder:TT.MM.JJJJ`;
  protected readonly wrong = $localize`:@@date.wrong:Kein Datum. Beispiele: 24.11., +2w, heute`;
  protected readonly state = linkedSignal<string, 'right' | 'wrong'>({
    source: this.value,
    computation: () => 'right',
  });
  protected readonly text = linkedSignal(() => (this.value() === '' ? '' : this.format()(this.value())));

  protected take(event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    const day = typed.trim() === '' ? '' : parseDay(typed, this.today());
    this.state.set(day === null ? 'wrong' : 'right');
    this.text.set(day ? this.format()(day) : typed);
    if (day !== null) this.valueChange.emit(day);
    this.judged.emit(this.state());
  }
}
