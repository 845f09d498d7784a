import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

export interface Segment<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName;
}

let next = 0;

/** One choice of few, always visible: native radio buttons, so that arrow keys work without code. */
@Component({
  selector: 'lm-segmented',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'radiogroup', '[attr.aria-label]': 'label()' },
  template: `@for (segment of segments(); track segment.id) {
    <label [class.chosen]="segment.id === selected()">
      <input
        class="visually-hidden"
        type="radio"
        [name]="name"
        [checked]="segment.id === selected()"
        (change)="selected.set(segment.id)"
      />
      @if (segment.icon; as icon) {
        <lm-icon [name]="icon" [size]="16" />
      }
      {{ segment.label }}
    </label>
  }`,
  styles: `
    :host {
      display: inline-flex;
      padding: 2px;
      border-radius: 6px;
      background: var(--chip);
    }
    label {
      position: relative;
      display: flex;
      align-items: center;
      gap: 6px;
      min-height: 28px;
      padding: 0 10px;
      border-radius: 4px;
      color: var(--muted);
      font-size: 0.8125rem;
      cursor: pointer;
    }
    label.chosen {
      background: var(--pane);
      color: var(--text);
      font-weight: 600;
      box-shadow: 0 1px 2px rgb(19 21 37 / 18%);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--accent);
    }
  `,
})
export class Segmented<Id extends string = string> {
  readonly segments = input.required<readonly Segment<Id>[]>();
  readonly label = input.required<string>();
  readonly selected = model.required<Id>();

  protected readonly name = `segmented-${++next}`;
}
