import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon.js';
import type { ShownPlace } from '../document/shown-place.js';
import type { FormFact } from './form-fact.js';

/** The read-only fields of a form, each with the way to its place on the page where one was found. */
@Component({
  selector: 'lm-form-facts',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dl>
    @for (fact of facts(); track fact.key) {
      <div
        [class.long]="fact.value.length > 24"
        [class.linked]="places().get(fact.key)?.id === active() && active() !== null"
      >
        <dt>
          {{ fact.label }}
          @if (places().get(fact.key); as place) {
            <button type="button" (click)="shown.emit(place.id)">
              <lm-icon name="link" [size]="14" />
              <ng-container i18n="@@form.place">Seite {{ place.page }}</ng-container>
              <span class="visually-hidden">: {{ fact.label }}</span>
            </button>
          }
        </dt>
        <dd>{{ fact.value }}</dd>
      </div>
    }
  </dl>`,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: 12px 11px;
    }
    dt {
      display: flex;
      justify-content: space-between;
      gap: 8px;
      margin-bottom: 4px;
      font: 600 0.8125rem/1.125rem var(--font);
    }
    dd {
      padding: 7px 10px;
      border-radius: 4px;
      background: var(--field);
      overflow-wrap: anywhere;
    }
    .long {
      grid-column: 1 / -1;
    }
    .linked dd {
      outline: 2px solid var(--accent);
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-height: 18px;
      color: var(--accent);
      font-weight: 400;
    }
    button:hover {
      text-decoration: underline;
    }
  `,
})
export class FormFacts {
  readonly facts = input.required<readonly FormFact[]>();
  readonly places = input<ReadonlyMap<string, ShownPlace>>(new Map());
  readonly active = input<string | null>(null);
  /** Id of the place to show. */
  readonly shown = output<string>();
}
