import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { AktePage } from './akte-page.js';
import { Proofs } from './proofs.js';

/** The Protokoll: of one Akte where the address names it, else what proves the whole of it. */
@Component({
  selector: 'lm-protokoll',
  imports: [AktePage, Proofs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (id() === '') {
      <lm-proofs />
    } @else {
      <lm-akte-page [akteId]="id()" />
    }`,
  styles: `
    :host {
      display: block;
      height: 100%;
    }
  `,
})
export class Protokoll {
  /** Id of the Akte, from the address. */
  readonly id = input('');
}
