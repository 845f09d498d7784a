import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ACTS, type ActDescription } from '../../../server/contract/acts.js';
import type { EingangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { Button, type ButtonState } from '../../ui/button/button.js';
import { Once } from '../../ui/button/once.js';
import { type EingangAct, mayFile } from './eingang-acts.js';

/** What can be done with the open item, each with its key; the first is the one that is meant. */
@Component({
  selector: 'lm-eingang-act-bar',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  hostDirectives: [Once],
  host: { class: 'act-bar' },
  template: `@for (act of acts(); track act) {
    <button
      lmButton
      type="button"
      [kind]="$first ? 'primary' : 'secondary'"
      [class.first]="$first"
      [keys]="keyOf(act)"
      [state]="stateOf(act)"
      (click)="chosen.emit(act)"
    >
      {{ labelOf(act) }}
    </button>
  }`,
  styles: `
    .first {
      flex: 1;
    }
  `,
})
export class EingangActBar {
  readonly eingang = input.required<EingangView>();
  readonly acts = input.required<readonly EingangAct[]>();
  readonly state = input.required<ButtonState>();
  readonly chosen = output<EingangAct>();

  private readonly language = inject(Language);

  protected labelOf(act: EingangAct): string {
    // In a bar one word is enough; the sheet that opens says the whole of it.
    if (act === 'posteingang.rearrangeScans') return $localize`:@@scan.open:Aufteilen`;
    return this.language.pick(ACTS[act].label);
  }

  protected keyOf(act: EingangAct): string {
    const { key = '' }: ActDescription = ACTS[act];
    return key.length === 1 ? key.toLowerCase() : key;
  }

  protected stateOf(act: EingangAct): ButtonState {
    if (act === 'posteingang.rearrangeScans' && this.eingang().pagesStay !== null) return 'explains';
    return act === 'posteingang.assignEingang' && !mayFile(this.eingang()) ? 'blocked' : this.state();
  }
}
