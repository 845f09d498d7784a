import { ChangeDetectionStrategy, Component } from '@angular/core';

/** What is checked and what is not: the base of the statement that BITV 2.0 § 7 asks of the authority. */
@Component({
  selector: 'lm-accessibility',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<article>
    <h1 class="headline" i18n="@@accessibility.title">Barrierefreiheit</h1>
    <p i18n="@@accessibility.target">
      Laufmappe richtet sich nach BITV 2.0 und WCAG 2.2, Stufe AA. Alles ist ohne Maus bedienbar; „?“ zeigt die Tasten
      des Bereichs.
    </p>
    <h2 class="section-title" i18n="@@accessibility.checked">Geprüft</h2>
    <p i18n="@@accessibility.checkedText">
      Jeder Bereich wird in heller und dunkler Darstellung automatisch geprüft (axe-core). Automatische Prüfungen finden
      nur einen Teil der Hürden.
    </p>
    <h2 class="section-title" i18n="@@accessibility.open">Noch nicht geprüft</h2>
    <p i18n="@@accessibility.openText">
      Vorlesehilfen (NVDA, JAWS) und fremde Dokumente: Ein Scan ohne Text bleibt für Vorlesehilfen leer, bis er einen
      Text bekommt.
    </p>
    <h2 class="section-title" i18n="@@accessibility.feedback">Rückmeldung</h2>
    <p i18n="@@accessibility.feedbackText">
      Bitte melden Sie Hürden der Administration Ihrer Behörde. Sie ist für die Erklärung zur Barrierefreiheit
      zuständig.
    </p>
  </article>`,
  styles: `
    :host {
      display: block;
      height: 100%;
      overflow: auto;
      background: var(--pane);
    }
    article {
      display: grid;
      gap: 12px;
      max-width: 68ch;
      padding: 32px var(--inset);
    }
  `,
})
export class Accessibility {}
