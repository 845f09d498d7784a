import { BETEILIGUNGSSTATUS } from '../codes.js';
import type {
  Bearbeitung,
  Beteiligungsschritt,
  Geschaeftsgang,
  HistorienProtokollInformation,
  Verfuegung,
} from '../model.js';
import { identifikation } from './grunddaten.js';
import { kontakt } from './kontakt.js';
import { code, each, element, text } from './xml.js';

/** The way of a record through the house, or nothing if it took none: the schema wants at least one step. */
export function internerGeschaeftsgang(value: Geschaeftsgang | undefined): string {
  if (value === undefined || value.schritte.length === 0) return '';
  return element('InternerGeschaeftsgang', identifikation(value), each(value.schritte, schritt));
}

export function historie(entries: readonly HistorienProtokollInformation[] | undefined): string {
  return each(entries, (entry) =>
    element(
      'HistorienProtokollInformation',
      text('MetadatumName', entry.metadatumName),
      text('MetadatumAlterWert', entry.metadatumAlterWert),
      text('MetadatumNeuerWert', entry.metadatumNeuerWert),
      text('Akteur', entry.akteur),
      text('DatumUhrzeit', entry.datumUhrzeit),
      text('Bemerkung', entry.bemerkung),
      text('Aktion', entry.aktion),
    ),
  );
}

function schritt(value: Beteiligungsschritt): string {
  return element(
    'Beteiligungsschritt',
    text('Nummer', value.nummer),
    code('Status', 'Beteiligungsstatus', BETEILIGUNGSSTATUS[value.status]),
    verfuegung(value.verfuegung),
    value.bearbeitung === undefined ? '' : bearbeitung(value.bearbeitung),
  );
}

function verfuegung(value: Verfuegung): string {
  return element(
    'Verfuegung',
    kontakt('Ersteller', value.ersteller),
    kontakt('Adressat', value.adressat),
    text('Erstellungsdatum', value.erstellungsdatum),
    text('Erstellungsuhrzeit', value.erstellungsuhrzeit),
    text('Verfuegung', value.verfuegung),
    text('TerminDatum', value.terminDatum),
    text('Notiz', value.notiz),
  );
}

function bearbeitung(value: Bearbeitung): string {
  return element(
    'Bearbeitung',
    kontakt('Bearbeiter', value.bearbeiter),
    text('Datum', value.datum),
    text('Uhrzeit', value.uhrzeit),
    text('Vermerk', value.vermerk),
    text('Notiz', value.notiz),
  );
}
