import { codeTypes } from './code-types.js';
import { contactTypes } from './contact-types.js';
import { grammar, many, one, optional, sequence, some, type Types } from './grammar.js';
import { recordTypes } from './record-types.js';
import { sharedTypes } from './shared-types.js';
import { valueTypes } from './values.js';

const basisKopf = [
  one('ProzessID', 'uuid'),
  one('Nachrichtentyp', 'NachrichtentypCode'),
  one('Erstellungszeitpunkt', 'dateTime'),
  one('Absender', 'Kontakt'),
  one('Empfaenger', 'Kontakt'),
  optional('SendendesSystem', 'System'),
  optional('Hinweis', 'string'),
  optional('AnwendungsspezifischeErweiterung', 'AnwendungsspezifischeErweiterung'),
  optional('AnwendungsspezifischeErweiterungXML', 'AnwendungsspezifischeErweiterungXML'),
];

const messageTypes: Types = {
  'Nachricht.0301': sequence(one('Kopf', 'Kopf.0301'), one('Aktenplan', 'Aktenplan')),
  'Kopf.0301': sequence(...basisKopf, many('WeitererEmpfaenger', 'Kontakt'), one('Empfangsbestaetigung', 'boolean')),
  'Nachricht.0503': sequence(
    one('Kopf', 'Kopf.0503'),
    many('Anschreiben', 'Dokument'),
    some('Schriftgutobjekt', 'Schriftgutobjekt'),
    optional('Aktenplan', 'Aktenplan'),
  ),
  'Kopf.0503': sequence(
    ...basisKopf,
    one('Importbestaetigung', 'fixedTrue'),
    one('RueckmeldungArchivkennung', 'boolean'),
    one('Empfangsbestaetigung', 'boolean'),
  ),
  System: sequence(optional('InstanzID', 'string'), optional('Produktname', 'string'), optional('Version', 'string')),
};

/** Structure of the messages of versions 3.0.0 and 3.1.0. A further message adds its root and its head here. */
export const MESSAGES_3 = grammar(
  { ...valueTypes, ...codeTypes, ...contactTypes, ...sharedTypes, ...recordTypes, ...messageTypes },
  { 'Aktenplan.Aktenplan.0301': 'Nachricht.0301', 'Aussonderung.Aussonderung.0503': 'Nachricht.0503' },
);
