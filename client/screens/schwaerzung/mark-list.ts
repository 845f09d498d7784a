import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { REASONS, type Mark, type ReasonCode } from '../../../server/contract/schwaerzung-views.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Control } from '../../ui/field/control.js';
import type { Marking } from './marking.js';
import { reasonOptions } from './reason-options.js';
import { wordsUnder } from './words.js';

/** Everything that is marked, to be read once more before it is made: what, where, and why. */
@Component({
  selector: 'lm-mark-list',
  imports: [Control, EmptyState, Field, IconButton, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mark-list.html',
  styleUrl: './mark-list.css',
})
export class MarkList {
  readonly marking = input.required<Marking>();
  readonly chosen = output<Mark>();

  protected readonly reasons = reasonOptions();
  protected readonly rows = computed(() => {
    const marking = this.marking();
    return [...marking.marks()]
      .sort((one, other) => one.page - other.page || (other.boxes[0]?.[3] ?? 0) - (one.boxes[0]?.[3] ?? 0))
      .map((mark) => ({ mark, words: wordsUnder(marking.pages(), mark), usual: REASONS[mark.reason].paragraph }));
  });

  protected reasonChosen(mark: Mark, reason: string): void {
    if (reason !== mark.reason) this.marking().setReason(mark.id, reason as ReasonCode);
  }

  protected paragraphTyped(mark: Mark, event: Event): void {
    const paragraph = (event.target as HTMLInputElement).value.trim();
    if (paragraph !== mark.paragraph) this.marking().setParagraph(mark.id, paragraph);
  }
}
