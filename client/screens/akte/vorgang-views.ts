import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { VorgangView } from '../../../server/contract/views.js';
import { ErsuchenTab } from '../ersuchen/ersuchen-tab.js';
import { LaufwegTab } from '../laufweg/laufweg-tab.js';
import { InstanceWay } from '../process/instance-way.js';
import { VerfuegungTab } from '../verfuegung/verfuegung-tab.js';
import { VorgangMetadata } from './vorgang-metadata.js';

/** Views of a Vorgang that are worked in, not only looked at. */
export type WorkView = 'verfuegungen' | 'laufweg' | 'ersuchen' | 'ablauf' | 'angaben';

/** These views, loaded with the first one that is opened. */
@Component({
  selector: 'lm-vorgang-views',
  imports: [ErsuchenTab, InstanceWay, LaufwegTab, VerfuegungTab, VorgangMetadata],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (view() === 'ablauf') {
      @if (vorgang().process; as process) {
        <lm-instance-way [process]="process" />
      }
    } @else {
      <div class="pane-body" tabindex="0">
        @switch (view()) {
          @case ('verfuegungen') {
            <lm-verfuegung-tab [vorgang]="vorgang()" (order)="order.emit()" />
          }
          @case ('laufweg') {
            <lm-laufweg-tab [vorgang]="vorgang()" />
          }
          @case ('ersuchen') {
            <lm-ersuchen-tab [vorgang]="vorgang()" />
          }
          @case ('angaben') {
            <lm-vorgang-metadata [id]="vorgang().id" [state]="vorgang().state" (changed)="changed.emit()" />
          }
        }
      </div>
    }`,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class VorgangViews {
  readonly vorgang = input.required<VorgangView>();
  readonly view = input.required<WorkView>();
  readonly order = output();
  readonly changed = output();
}
