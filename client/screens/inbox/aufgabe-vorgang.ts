import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AufgabeView } from '../../../server/contract/views.js';
import { date } from '../../locale/format.js';

/** The Vorgang of an Aufgabe in short, with the way to its Akte. */
@Component({
  selector: 'lm-aufgabe-vorgang',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2 class="headline">{{ aufgabe().vorgang.betreff }}</h2>
    <dl class="facts">
      <dt i18n="@@vorgang.aktenzeichen">Aktenzeichen</dt>
      <dd class="reference">{{ aufgabe().aktenzeichen }}</dd>
      <dt i18n="@@vorgang.documents">Dokumente</dt>
      <dd>
        <ul>
          @for (dokument of aufgabe().dokumente; track dokument.id) {
            <li>{{ dokument.nummer }}. {{ dokument.betreff }}, {{ date(dokument.date ?? dokument.createdAt) }}</li>
          }
        </ul>
      </dd>
    </dl>
    <p><a [routerLink]="['/akten', aufgabe().vorgang.id]" i18n="@@vorgang.open">Vorgang in der Akte öffnen</a></p>`,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
  `,
})
export class AufgabeVorgang {
  readonly aufgabe = input.required<AufgabeView>();
  protected readonly date = date;
}
