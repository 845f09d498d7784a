import { Directive, ElementRef, inject } from '@angular/core';
import { Field } from './field.js';

/** Joins an input, select or textarea to the `lm-field` around it and gives it KERN's look. */
@Directive({
  selector: 'input[lmControl], select[lmControl], textarea[lmControl]',
  host: {
    '[id]': 'field.id',
    '[class.kern-form-input__input]': '!select',
    '[class.kern-form-input__select]': 'select',
    '[class.kern-form-input__input--error]': '!select && field.error() !== null',
    '[class.kern-form-input__select--error]': 'select && field.error() !== null',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': "field.error() === null ? null : 'true'",
  },
})
export class Control {
  protected readonly field = inject(Field);
  protected readonly select = isSelect();
}

function isSelect(): boolean {
  return inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.tagName === 'SELECT';
}
