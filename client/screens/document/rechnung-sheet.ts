import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RechnungFacts, Skonto } from '../../../server/contract/examination.js';
import { date, euro } from '../../locale/format.js';

interface Line {
  readonly label: string;
  readonly value: string;
}

/** A structured invoice as a page to read. Its XML is the truth; this is its first page in words. */
@Component({
  selector: 'lm-rechnung-sheet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<article>
    <header>
      <p class="kreditor">{{ rechnung().kreditor }}</p>
      <p class="note" i18n="@@rechnung.note">Lesbare Fassung der elektronischen Rechnung ({{ rechnung().profile }})</p>
    </header>
    <h2>{{ title() }}</h2>
    <dl>
      @for (line of lines(); track line.label) {
        <dt>{{ line.label }}</dt>
        <dd>{{ line.value }}</dd>
      }
    </dl>
    @if (amount(); as text) {
      <p class="total">
        <span i18n="@@rechnung.total">Zu zahlender Betrag</span> <strong>{{ text }}</strong>
      </p>
    }
  </article>`,
  styleUrl: './rechnung-sheet.css',
})
export class RechnungSheet {
  readonly rechnung = input.required<RechnungFacts>();

  protected readonly title = computed(() => {
    const names = {
      rechnung: $localize`:@@kind.rechnung:Rechnung`,
      gutschrift: $localize`:@@rechnung.gutschrift:Gutschrift`,
      korrektur: $localize`:@@rechnung.korrektur:Korrekturrechnung`,
    };
    return `${names[this.rechnung().art]} ${this.rechnung().nummer}`;
  });
  protected readonly amount = computed(() => {
    const { betragCent, waehrung } = this.rechnung();
    if (betragCent === null) return null;
    return waehrung === 'EUR' ? euro(betragCent) : `${betragCent / 100} ${waehrung}`;
  });
  protected readonly lines = computed<readonly Line[]>(() => {
    const { datum, faelligAm, iban, leitwegKennung, bestellnummer, umsatzsteuerKennung, skonto } = this.rechnung();
    const lines: readonly (readonly [string, string | null])[] = [
      [$localize`:@@rechnung.date:Rechnungsdatum`, datum && date(datum)],
      [$localize`:@@place.faelligAm:Fällig am`, faelligAm && date(faelligAm)],
      ...skonto.map((terms) => [$localize`:@@rechnung.skonto:Skonto`, skontoWords(terms)] as const),
      ['IBAN', iban && grouped(iban)],
      [$localize`:@@place.leitwegKennung:Leitweg-ID`, leitwegKennung],
      [$localize`:@@rechnung.order:Bestellnummer`, bestellnummer],
      [$localize`:@@rechnung.vat:USt-IdNr.`, umsatzsteuerKennung],
    ];
    return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  });
}

function skontoWords({ tage, prozentHundertstel }: Skonto): string {
  const percent = (prozentHundertstel / 100).toLocaleString('de-DE');
  return $localize`:@@rechnung.skontoWords:${percent}:percent: % innerhalb von ${tage}:days: Tagen`;
}

/** In groups of four, as it is printed and compared. */
function grouped(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
