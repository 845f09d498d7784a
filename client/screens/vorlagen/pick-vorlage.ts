import { ChangeDetectionStrategy, Component, computed, input, model, signal } from '@angular/core';
import { liveView } from '../../live/live-view.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** What every list of templates says of one. */
interface VorlageChoice {
  readonly id: string;
  readonly name: string;
}

let next = 0;

/** Finds a template by typing a part of its name; at most fifty are shown. */
@Component({
  selector: 'lm-pick-vorlage',
  imports: [Control, Field, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field [label]="label()">
      <input lmControl type="search" autocomplete="off" maxlength="120" (input)="typed.set(textOf($event))" />
    </lm-field>
    @if (page.refusal(); as reason) {
      <lm-refusal-alert [refusal]="reason" />
    }
    @if (page.value(); as shown) {
      <fieldset>
        <legend class="visually-hidden">{{ label() }}</legend>
        @if (none(); as words) {
          <label>
            <input type="radio" [name]="group" [checked]="chosen() === null" (change)="chosen.set(null)" />
            {{ words }}
          </label>
        }
        @for (row of shown.items; track row.id) {
          <label>
            <input type="radio" [name]="group" [checked]="chosen() === row.id" (change)="chosen.set(row.id)" />
            {{ row.name }}
          </label>
        } @empty {
          <p class="muted" i18n="@@vorlage.noneFound">Keine Vorlage gefunden.</p>
        }
      </fieldset>
      @if (shown.next !== null) {
        <p class="muted" i18n="@@plan.moreHits">Es gibt mehr. Bitte genauer tippen.</p>
      }
    }`,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    fieldset {
      max-height: 22vh;
      margin: 0;
      padding: 4px 8px;
      overflow: auto;
      border: 1px solid var(--line);
      border-radius: 6px;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 28px;
      overflow-wrap: anywhere;
    }
    input[type='radio'] {
      flex: none;
      width: 18px;
      height: 18px;
      margin: 0;
      accent-color: var(--accent);
    }
  `,
})
export class PickVorlage {
  readonly label = input.required<string>();
  /** Address of the list, with its first question. */
  readonly path = input.required<string>();
  /** Words of the choice to take none; absent where one must be taken. */
  readonly none = input<string | null>(null);
  readonly chosen = model<string | null>(null);

  protected readonly group = `vorlage-${++next}`;
  protected readonly typed = signal('');
  private readonly address = computed(() => `${this.path()}&q=${encodeURIComponent(this.typed().trim())}`);
  protected readonly page = liveView<{ items: readonly VorlageChoice[]; next: string | null }>(
    () => this.address(),
    [],
  );

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
