import { ChangeDetectionStrategy, Component } from '@angular/core';
import { IconButton } from '../../../ui/button/icon-button.js';

/** Hands one separator to the printer, whose dialog asks for how many. What it takes is loaded now: few print one each day. */
@Component({
  selector: 'lm-print-separator',
  imports: [IconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<button
    lmIconButton
    type="button"
    icon="print"
    label="Trennblatt drucken"
    i18n-label="@@separator.print"
    (click)="print()"
  ></button>`,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class PrintSeparator {
  protected async print(): Promise<void> {
    const [{ printAlone }, { drawSeparator }] = await Promise.all([
      import('../../document/print-pages.js'),
      import('./separator-drawing.js'),
    ]);
    await printAlone([await drawSeparator()]);
  }
}
