import type { Kontakt, Person } from '../model.js';
import { codeElement, element, group, text } from './xml.js';

/** A Kontakt under the name of its role: Absender, Empfaenger, Bearbeiter … It is written even if nothing is known. */
export function kontakt(name: string, value: Kontakt): string {
  const { behoerdenschluessel: schluessel, praefix, institution, organisationseinheit } = value;
  return element(
    name,
    group(
      'Behoerdenkennung',
      schluessel === undefined ? '' : codeElement('Behoerdenschluessel', schluessel),
      praefix === undefined ? '' : codeElement('Praefix', praefix),
    ),
    group('Institution', text('Name', institution?.name), text('Kurzbezeichnung', institution?.kurzbezeichnung)),
    group('Organisationseinheit', text('Name', organisationseinheit)),
    person(value.person),
    text('Taetigkeit', value.taetigkeit),
    text('Zustaendigkeit', value.zustaendigkeit),
  );
}

function person(value: Person | undefined): string {
  return group(
    'Name',
    text('Anrede', value?.anrede),
    text('Titel', value?.titel),
    group('Familienname', text('Name', value?.familienname)),
    group('Vorname', text('Name', value?.vorname)),
  );
}
