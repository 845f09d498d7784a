import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AufgabeRow } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { date } from '../../locale/format.js';

/** Open Aufgaben of a Vorgang: what waits, for whom, until when. */
@Component({
  selector: 'lm-vorgang-aufgaben',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul>
    @for (aufgabe of aufgaben(); track aufgabe.id) {
      <li>
        @if (session.may('aufgabe.work')) {
          <a [routerLink]="['/aufgaben', aufgabe.id]">{{ language.asWritten(aufgabe.titel) }}</a>
        } @else {
          <strong>{{ language.asWritten(aufgabe.titel) }}</strong>
        }
        <span class="muted">
          {{ language.asWritten(aufgabe.schritt) }} ·
          @if (aufgabe.assignee; as person) {
            {{ person.name }}
          } @else {
            <ng-container i18n="@@aufgabe.unassigned">noch niemand</ng-container>
          }
          @if (aufgabe.frist; as frist) {
            · <ng-container i18n="@@aufgabe.until">bis {{ date(frist) }}</ng-container>
          }
        </span>
      </li>
    } @empty {
      <li class="muted" i18n="@@aufgabe.noneOpen">Keine offene Aufgabe.</li>
    }
  </ul>`,
  styles: `
    li {
      display: grid;
      gap: 2px;
      padding: 10px 0;
      border-bottom: 1px solid var(--line);
    }
    .muted {
      font-size: 0.8125rem;
    }
  `,
})
export class VorgangAufgaben {
  readonly aufgaben = input.required<readonly AufgabeRow[]>();
  protected readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly date = date;
}
