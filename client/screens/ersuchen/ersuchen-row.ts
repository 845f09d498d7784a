import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ErsuchenRow } from '../../../server/contract/ersuchen-views.js';
import { date, moment } from '../../locale/format.js';
import { Tag } from '../../ui/tag/tag.js';
import { stufeText } from '../access/words.js';
import { stateTone, stateWord } from './words.js';

/** What one Ersuchen says: state, who asks whom what until when, what came along, and how it ended. Buttons go inside. */
@Component({
  selector: 'lm-ersuchen-row',
  imports: [RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@let row = ersuchen();
    <div class="row">
      <lm-tag [tone]="tone(row.state)">{{ word(row.state) }}</lm-tag>
      @if (row.erasedAt === null) {
        <strong>{{ row.betreff }}</strong>
      }
      @if (row.stufe !== 'offen') {
        <lm-tag tone="warning" icon="shield-lock">{{ stufe(row.stufe) }}</lm-tag>
      }
    </div>
    <p class="muted">
      @if (row.direction === 'gestellt') {
        <span i18n="@@ersuchen.to">an {{ row.other }}, {{ row.askedBy }}</span>
      } @else {
        <span i18n="@@ersuchen.from">von {{ row.other }}</span>
      }
      · {{ moment(row.askedAt) }}
      @if (row.frist; as frist) {
        · <span i18n="@@aufgabe.until">bis {{ day(frist) }}</span>
      }
      @if (row.direction === 'erhalten') {
        @if (row.vorgang; as vorgang) {
          · <a [routerLink]="['/akten', vorgang.id]">{{ vorgang.aktenzeichen }}</a>
        }
      }
    </p>
    @if (row.erasedAt; as erasedAt) {
      <p class="muted" i18n="@@ersuchen.erased">
        Was gefragt wurde, ist hier am {{ moment(erasedAt) }} gelöscht worden, weil kein Vorgang daraus geworden ist.
      </p>
    } @else {
      <p class="text">{{ row.question }}</p>
      <p class="muted">
        <ng-container i18n="@@ersuchen.enclosed">Dokumente</ng-container>: {{ row.dokumente.join(' · ') }}
      </p>
    }
    @if (row.ended; as end) {
      <div class="answer">
        <p class="muted">{{ word(row.state) }} {{ moment(end.at) }}, {{ end.by }}</p>
        <p class="text">{{ end.text }}</p>
      </div>
    }
    <div class="row"><ng-content /></div>`,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      padding: 12px 0;
      border-bottom: 1px solid var(--line);
      font-size: 0.8125rem;
      line-height: 1.125rem;
      overflow-wrap: anywhere;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    .row:empty {
      display: none;
    }
    .text {
      white-space: pre-line;
      max-width: 75ch;
    }
    .answer {
      padding-left: 12px;
      border-left: 3px solid var(--line);
    }
  `,
})
export class ErsuchenRowView {
  readonly ersuchen = input.required<ErsuchenRow>();

  protected readonly moment = moment;
  protected readonly word = stateWord;
  protected readonly tone = stateTone;
  protected readonly stufe = stufeText;
  protected readonly day = date;
}
