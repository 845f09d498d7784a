import { choice, many, one, optional, sequence, some, type Particle, type Types } from './grammar.js';

const dokument = sequence(
  one('Identifikation', 'IdentifikationObjekt'),
  optional('AllgemeineMetadaten', 'AllgemeineMetadaten'),
  optional('FremdesGeschaeftszeichen', 'string'),
  optional('Posteingangsdatum', 'date'),
  optional('Postausgangsdatum', 'date'),
  optional('DatumDesSchreibens', 'date'),
  optional('Bezug', 'string'),
  optional('Hier', 'string'),
  optional('Bearbeiter', 'string'),
  optional('Typ', 'string'),
  many('HistorienProtokollInformation', 'HistorienProtokollInformation'),
  optional('InternerGeschaeftsgang', 'Geschaeftsgang'),
  many('Version', 'Version'),
  many('Verweis', 'Verweis'),
  many('Anlage', 'AnlageDokument'),
  many('Absender', 'Kontakt'),
  many('Empfaenger', 'Kontakt'),
  many('WeitererKontakt', 'Kontakt'),
  // Trap: only here the extension may be repeated.
  many('AnwendungsspezifischeErweiterung', 'AnwendungsspezifischeErweiterung'),
  optional('AnwendungsspezifischeErweiterungXML', 'AnwendungsspezifischeErweiterungXML'),
);

/** Akte, Vorgang, Dokument, their files, and the Aktenplan. */
export const recordTypes: Types = {
  Schriftgutobjekt: choice(one('Akte', 'Akte'), one('Vorgang', 'Vorgang'), one('Dokument', 'Dokument')),
  Akte: sequence(
    ...identification(),
    optional('Standort', 'string'),
    optional('Typ', 'string'),
    optional('Laufzeit', 'Zeitraum'),
    many('HistorienProtokollInformation', 'HistorienProtokollInformation'),
    optional('InternerGeschaeftsgang', 'Geschaeftsgang'),
    optional('Akteninhalt', 'Akteninhalt'),
    many('Verweis', 'Verweis'),
    many('Kontakt', 'Kontakt'),
    optional('ZdA', 'boolean'),
    optional('ZdADatum', 'date'),
    ...extensions(),
  ),
  Akteninhalt: sequence(many('Dokument', 'Dokument'), many('Vorgang', 'Vorgang'), many('Teilakte', 'Akte')),
  // Trap: in a Vorgang, ZdA stands before Laufzeit; in an Akte near the end.
  Vorgang: sequence(
    ...identification(),
    optional('Aktenbetreff', 'string'),
    optional('Typ', 'string'),
    optional('ZdA', 'boolean'),
    optional('ZdADatum', 'date'),
    optional('Laufzeit', 'Zeitraum'),
    many('HistorienProtokollInformation', 'HistorienProtokollInformation'),
    optional('InternerGeschaeftsgang', 'Geschaeftsgang'),
    many('Dokument', 'Dokument'),
    many('Verweis', 'Verweis'),
    many('Kontakt', 'Kontakt'),
    many('Teilvorgang', 'Vorgang'),
    ...extensions(),
  ),
  Dokument: dokument,
  AnlageDokument: sequence(...dokument.particles, optional('Nummer', 'string')),
  Version: sequence(one('Nummer', 'string'), some('Format', 'Format')),
  Format: sequence(
    one('Name', 'DateiformatCode'),
    optional('SonstigerName', 'string'),
    one('Version', 'string'),
    one('Primaerdokument', 'Primaerdokument'),
  ),
  Primaerdokument: sequence(
    one('Dateiname', 'dateiname'),
    optional('DateinameOriginal', 'string'),
    optional('Ersteller', 'string'),
    optional('DatumUhrzeit', 'dateTime'),
    optional('SignaturSiegel', 'SignaturSiegel'),
  ),
  SignaturSiegel: choice(one('SignaturSiegelEingebettet', 'fixedTrue'), some('SignaturSiegelDatei', 'dateiname')),
  Aktenplan: sequence(
    one('Bezeichnung', 'string'),
    optional('Typ', 'string'),
    one('Version', 'string'),
    many('Einheit', 'AktenplaneinheitAktenplan'),
    optional('Gueltigkeit', 'Zeitraum'),
    many('Aktenplandatei', 'Format'),
  ),
  AktenplaneinheitAktenplan: sequence(
    optional('Kennzeichen', 'string'),
    optional('Inhaltsangabe', 'string'),
    optional('BetreffKurz', 'string'),
    one('Aussonderungsart', 'Aussonderungsart'),
    optional('Gueltigkeit', 'Zeitraum'),
    one('Stillgelegt', 'boolean'),
    one('Aufbewahrungsdauer', 'Aufbewahrungsdauer'),
    many('Einheit', 'AktenplaneinheitAktenplan'),
    many('VerweisAktenplaneinheit', 'string'),
    ...extensions(),
  ),
};

function identification(): Particle[] {
  return [
    one('Identifikation', 'IdentifikationObjekt'),
    optional('AllgemeineMetadaten', 'AllgemeineMetadaten'),
    optional('ArchivspezifischeMetadaten', 'MetadatenAussonderung'),
  ];
}

function extensions(): Particle[] {
  return [
    optional('AnwendungsspezifischeErweiterung', 'AnwendungsspezifischeErweiterung'),
    optional('AnwendungsspezifischeErweiterungXML', 'AnwendungsspezifischeErweiterungXML'),
  ];
}
