import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type Choice, ChoiceSheet } from './choice-sheet.js';
import type { Rearranging } from './rearranging.js';
import { letterName, pageCount } from './scan-words.js';

/** Puts the chosen page at the end of another letter, or makes a letter of it: what dragging it there would do. */
@Component({
  selector: 'lm-elsewhere-sheet',
  imports: [ChoiceSheet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-choice-sheet
    heading="In welchen Brief?"
    i18n-heading="@@scan.whichLetter"
    [choices]="choices()"
    (chosen)="put($event)"
    (closed)="closed.emit()"
  />`,
})
export class ElsewhereSheet {
  readonly work = input.required<Rearranging>();
  readonly closed = output();

  private readonly others = computed(() =>
    this.work()
      .order()
      .letters.filter(({ pages }) => !pages.some(({ key }) => key === this.work().chosen())),
  );
  protected readonly choices = computed((): Choice<number | 'new'>[] => [
    ...this.others().flatMap(({ id, pages }) => {
      const number = this.work().numbers().get(id) ?? null;
      return number === null ? [] : { id, label: letterName(number), note: pageCount(pages.length) };
    }),
    { id: 'new', label: $localize`:@@scan.newLetter:Neuer Brief`, note: $localize`:@@scan.atEnd:am Ende` },
  ]);

  protected put(letter: number | 'new'): void {
    const index = this.others().find(({ id }) => id === letter)?.pages.length ?? 0;
    this.work().put(this.work().chosen(), { letter, index });
    this.closed.emit();
  }
}
