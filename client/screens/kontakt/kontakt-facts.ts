import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { KontaktFacts as Facts } from '../../../server/contract/kontakt-views.js';
import { date } from '../../locale/format.js';

/** What the register says of somebody, as far as it says something. */
@Component({
  selector: 'lm-kontakt-facts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dl class="facts">
    <dt i18n="@@kontakt.art">Art</dt>
    <dd>
      @if (kontakt().art === 'person') {
        <ng-container i18n="@@kontakt.person">Person</ng-container>
      } @else {
        <ng-container i18n="@@kontakt.organisation">Organisation</ng-container>
      }
    </dd>
    @if (kontakt().strasse !== '' || kontakt().ort !== '') {
      <dt i18n="@@kontakt.address">Anschrift</dt>
      <dd>
        {{ kontakt().strasse }}<br />
        {{ kontakt().plz }} {{ kontakt().ort }}
      </dd>
    }
    @if (kontakt().geburtsdatum; as day) {
      <dt i18n="@@kontakt.geburtsdatum">Geburtsdatum</dt>
      <dd>{{ date(day) }}</dd>
    }
    @if (kontakt().mail !== '') {
      <dt i18n="@@kontakt.mail">E-Mail</dt>
      <dd>{{ kontakt().mail }}</dd>
    }
    @if (kontakt().telefon !== '') {
      <dt i18n="@@kontakt.telefon">Telefon</dt>
      <dd>{{ kontakt().telefon }}</dd>
    }
  </dl>`,
})
export class KontaktFacts {
  readonly kontakt = input.required<Facts>();
  protected readonly date = date;
}
