import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { FilingProposal } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { Icon } from '../../ui/icon/icon.js';
import { Tag } from '../../ui/tag/tag.js';
import type { ChosenPlace } from './filing.js';
import { CONFIDENCES } from './words.js';

let next = 0;

/** Filing proposals as one choice. Each says why; only the chosen one gives all its reasons, so that the eye has one place to be. */
@Component({
  selector: 'lm-proposal-list',
  imports: [Icon, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'radiogroup', 'aria-labelledby': 'where' },
  templateUrl: './proposal-list.html',
  styleUrl: './proposal-list.css',
})
export class ProposalList {
  readonly proposals = input.required<readonly FilingProposal[]>();
  readonly selected = input.required<number | ChosenPlace>();
  /** A place chosen by hand stands above the proposals. */
  readonly chosen = input.required<ChosenPlace | null>();
  readonly selectedChange = output<number>();

  protected readonly language = inject(Language);
  protected readonly confidences = CONFIDENCES;
  protected readonly name = `proposals-${++next}`;
}
