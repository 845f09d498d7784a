import type { Dokument, Format, Primaerdokument, Version } from '../model.js';
import { historie, internerGeschaeftsgang } from './geschaeftsgang.js';
import { allgemeineMetadaten, identifikation, verweis } from './grunddaten.js';
import { kontakt } from './kontakt.js';
import { code, each, element, flag, text } from './xml.js';

/** A Dokument under the name of its role: Dokument, Anlage, Anschreiben. */
export function dokument(name: 'Dokument' | 'Anlage' | 'Anschreiben', value: Dokument): string {
  return element(
    name,
    identifikation(value),
    allgemeineMetadaten(value),
    text('FremdesGeschaeftszeichen', value.fremdesGeschaeftszeichen),
    text('Posteingangsdatum', value.posteingangsdatum),
    text('Postausgangsdatum', value.postausgangsdatum),
    text('DatumDesSchreibens', value.datumDesSchreibens),
    text('Bezug', value.bezug),
    text('Bearbeiter', value.bearbeiter),
    text('Typ', value.typ),
    historie(value.historie),
    internerGeschaeftsgang(value.internerGeschaeftsgang),
    each(value.versionen, version),
    each(value.verweise, verweis),
    each(value.anlagen, (anlage) => dokument('Anlage', anlage)),
    each(value.absender, (absender) => kontakt('Absender', absender)),
    each(value.empfaenger, (empfaenger) => kontakt('Empfaenger', empfaenger)),
  );
}

function version(value: Version): string {
  return element('Version', text('Nummer', value.nummer), each(value.formate, format));
}

function format(value: Format): string {
  return element(
    'Format',
    code('Name', 'Dateiformat', value.dateiformat),
    text('SonstigerName', value.sonstigerName),
    text('Version', value.version),
    primaerdokument(value.primaerdokument),
  );
}

function primaerdokument(value: Primaerdokument): string {
  return element(
    'Primaerdokument',
    text('Dateiname', value.dateiname),
    text('DateinameOriginal', value.dateinameOriginal),
    text('Ersteller', value.ersteller),
    text('DatumUhrzeit', value.datumUhrzeit),
    signaturSiegel(value.signaturSiegel),
  );
}

function signaturSiegel(value: Primaerdokument['signaturSiegel']): string {
  if (value === undefined) return '';
  return element(
    'SignaturSiegel',
    value === 'eingebettet'
      ? flag('SignaturSiegelEingebettet', 'yes')
      : each(value.dateien, (name) => text('SignaturSiegelDatei', name)),
  );
}
