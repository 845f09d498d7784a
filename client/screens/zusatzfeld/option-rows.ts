import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import type { ZusatzOption } from '../../../server/contract/zusatzfeld-views.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';

/** The choices of a field, each with its name in both languages. */
@Component({
  selector: 'lm-option-rows',
  imports: [Button, Control, Field, IconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (option of options(); track $index) {
      <div class="row">
        <lm-field [label]="german($index)">
          <input
            lmControl
            type="text"
            maxlength="80"
            [value]="option.label.de"
            (input)="rename($index, { de: textOf($event), en: option.label.en })"
          />
        </lm-field>
        <lm-field [label]="english($index)">
          <input
            lmControl
            type="text"
            maxlength="80"
            [value]="option.label.en"
            (input)="rename($index, { de: option.label.de, en: textOf($event) })"
          />
        </lm-field>
        <button lmIconButton type="button" icon="close" [label]="removal($index)" (click)="remove($index)"></button>
      </div>
    }
    <button lmButton type="button" size="small" (click)="add()" i18n="@@zusatz.addOption">
      Auswahlmöglichkeit hinzufügen
    </button>`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 8px;
    }
    .row {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr)) auto;
      align-items: end;
      align-self: stretch;
      gap: 8px;
    }
  `,
})
export class OptionRows {
  readonly options = model.required<readonly ZusatzOption[]>();

  protected german(index: number): string {
    return $localize`:@@zusatz.optionDe:${index + 1}:number:. Möglichkeit, deutsch`;
  }

  protected english(index: number): string {
    return $localize`:@@zusatz.optionEn:${index + 1}:number:. Möglichkeit, englisch`;
  }

  protected removal(index: number): string {
    return $localize`:@@zusatz.removeOption:${index + 1}:number:. Möglichkeit entfernen`;
  }

  protected add(): void {
    this.options.update((options) => [...options, { key: '', label: { de: '', en: '' } }]);
  }

  protected remove(index: number): void {
    this.options.update((options) => options.filter((_, other) => other !== index));
  }

  protected rename(index: number, label: ZusatzOption['label']): void {
    this.options.update((options) => options.map((option, at) => (at === index ? { ...option, label } : option)));
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
