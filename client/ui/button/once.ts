import { Directive, ElementRef, inject } from '@angular/core';

/**
 * For bars whose act brings the next item under the same button: the second click of a double click, and Enter that is held
 * down, would act on what nobody has read. The server answers in 30 ms, a double click takes up to 500.
 */
@Directive({})
export class Once {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Before the button itself hears of it.
    host.addEventListener('click', (event) => event.detail > 1 && swallow(event), { capture: true });
    host.addEventListener('keydown', (event) => event.repeat && swallow(event), { capture: true });
  }
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
