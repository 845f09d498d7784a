import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { AktenzeichenGaps } from '../../../server/contract/akte-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { count } from '../../locale/format.js';

/** Numbers of a position that no Akte has, and why: nobody has to wonder what is missing. */
@Component({
  selector: 'lm-gap-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2 class="section-title" i18n="@@aktenplan.numbers">Vergebene Nummern</h2>
    <ul>
      @for (year of gaps.value()?.years ?? []; track year.year) {
        <li>
          @if (year.year === 0) {
            <ng-container i18n="@@aktenplan.numbersAlways">durchgehend gezählt</ng-container>
          } @else {
            {{ year.year }}
          }
          –
          @if (year.missing === 0) {
            <ng-container i18n="@@aktenplan.noGaps">1 bis {{ count(year.last) }}, keine fehlt</ng-container>
          } @else {
            <ng-container i18n="@@aktenplan.someGaps"
              >1 bis {{ count(year.last) }}, es fehlen {{ count(year.missing) }}</ng-container
            >
            <ul>
              @for (gap of year.gaps; track gap.nummer) {
                <li>
                  {{ gap.aktenzeichen ?? gap.nummer }}: <span class="muted">{{ language.pick(gap) }}</span>
                </li>
              }
            </ul>
          }
        </li>
      } @empty {
        <li class="muted" i18n="@@aktenplan.noNumbers">Noch keine Akte an dieser Stelle.</li>
      }
    </ul>`,
  styles: `
    :host {
      display: block;
      margin-top: 16px;
      font-size: 0.8125rem;
    }
    ul ul {
      padding-left: 16px;
    }
    li {
      padding: 2px 0;
    }
  `,
})
export class GapList {
  readonly id = input.required<string>();

  protected readonly language = inject(Language);
  protected readonly count = count;
  protected readonly gaps = liveView<AktenzeichenGaps>(() => `aktenplan/einheiten/${this.id()}/luecken`, ['akte']);
}
