import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { MERGE_PLACES } from '../../../server/contract/merge-places.js';
import { Language } from '../../live/language.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';

/** One field for each place that the record cannot fill. */
@Component({
  selector: 'lm-typed-fields',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (name of names(); track name) {
    <lm-field [label]="labelOf(name)" [error]="faults()[name] ?? null">
      @if (name === 'empfaenger.anschrift') {
        <textarea lmControl rows="4" maxlength="4000" (change)="type(name, $event)">{{ typed()[name] ?? '' }}</textarea>
      } @else {
        <input lmControl maxlength="4000" [value]="typed()[name] ?? ''" (change)="type(name, $event)" />
      }
    </lm-field>
  }`,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
  `,
})
export class TypedFields {
  readonly names = input.required<readonly string[]>();
  /** What is wrong with what was typed, by name. */
  readonly faults = input<Readonly<Record<string, string>>>({});
  readonly typed = model<Readonly<Record<string, string>>>({});

  private readonly language = inject(Language);

  /** `eingabe.frist` is shown as „frist“, and what the record knows elsewhere by its own words. */
  protected labelOf(name: string): string {
    const place = MERGE_PLACES[name];
    return place ? this.language.pick(place.label) : name.replace(/^eingabe\./, '').replaceAll('_', ' ');
  }

  protected type(name: string, event: Event): void {
    const value = (event.target as HTMLInputElement | HTMLTextAreaElement).value.trim();
    this.typed.update((typed) => ({ ...typed, [name]: value }));
  }
}
