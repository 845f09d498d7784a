import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AussonderungCandidate } from '../../../server/contract/aussonderung-views.js';
import { Language } from '../../live/language.js';
import { byteSize, date } from '../../locale/format.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Icon } from '../../ui/icon/icon.js';

/** Vorgaenge with their period; those that cannot be transferred say why and cannot be chosen. */
@Component({
  selector: 'lm-candidate-table',
  imports: [Checkbox, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './candidate-table.html',
  styleUrl: './candidate-table.css',
})
export class CandidateTable {
  readonly candidates = input.required<readonly AussonderungCandidate[]>();
  readonly picked = input<ReadonlySet<string>>(new Set());
  readonly selection = input<'none' | 'many'>('none');
  readonly pickedChange = output<ReadonlySet<string>>();

  protected readonly language = inject(Language);
  protected readonly size = byteSize;
  protected readonly date = date;
  protected readonly free = computed(() => this.candidates().filter(({ obstacles }) => obstacles.length === 0));
  protected readonly allPicked = computed(
    () => this.free().length > 0 && this.free().every(({ vorgangId }) => this.picked().has(vorgangId)),
  );

  protected toggle(id: string, chosen: boolean): void {
    const picked = new Set(this.picked());
    if (chosen) picked.add(id);
    else picked.delete(id);
    this.pickedChange.emit(picked);
  }

  protected pickable({ obstacles }: AussonderungCandidate): boolean {
    return this.selection() === 'many' && obstacles.length === 0;
  }

  /** The whole row is the target of the pointer; the keyboard has the box, and the box tells of itself. */
  protected rowClicked(candidate: AussonderungCandidate, { target }: Event): void {
    if (!this.pickable(candidate) || (target instanceof Element && target.closest('lm-checkbox'))) return;
    this.toggle(candidate.vorgangId, !this.picked().has(candidate.vorgangId));
  }

  protected toggleAll(chosen: boolean): void {
    this.pickedChange.emit(new Set(chosen ? this.free().map(({ vorgangId }) => vorgangId) : []));
  }

  protected nameOf({ aktenzeichen, betreff }: AussonderungCandidate): string {
    return `${aktenzeichen} ${betreff}`;
  }

  protected periodOf({ laufzeit }: AussonderungCandidate): string {
    const [from, to] = [laufzeit.beginn.slice(0, 4), laufzeit.ende.slice(0, 4)];
    return from === to ? from : `${from}–${to}`;
  }
}
