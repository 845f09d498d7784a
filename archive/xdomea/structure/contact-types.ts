import { many, one, optional, sequence, type Types } from './grammar.js';

/** Kontakt and all it consists of. */
export const contactTypes: Types = {
  Kontakt: sequence(
    optional('Behoerdenkennung', 'Behoerdenkennung'),
    optional('Institution', 'NameOrganisation'),
    optional('Organisationseinheit', 'Organisationseinheit'),
    optional('Name', 'NameNatuerlichePerson'),
    optional('Taetigkeit', 'string'),
    optional('Zustaendigkeit', 'string'),
    many('Anschrift', 'Anschrift'),
    many('Kommunikation', 'Kommunikation'),
    optional('Rolle', 'Code'),
    many('UnstrukturierteAnschrift', 'UnstrukturierteAnschrift'),
    optional('Geburt', 'Geburt'),
  ),
  Behoerdenkennung: sequence(optional('Behoerdenschluessel', 'Code'), optional('Praefix', 'Code')),
  NameOrganisation: sequence(optional('Name', 'string'), optional('Kurzbezeichnung', 'string')),
  Organisationseinheit: sequence(one('Name', 'string')),
  NameNatuerlichePerson: sequence(
    optional('Anrede', 'string'),
    optional('Titel', 'string'),
    optional('Familienname', 'AllgemeinerName'),
    optional('Vorname', 'AllgemeinerName'),
  ),
  AllgemeinerName: sequence(optional('Name', 'string')),
  Anschrift: sequence(
    optional('Staat', 'Staat'),
    optional('Strasse', 'string'),
    optional('Hausnummer', 'string'),
    optional('Postfach', 'string'),
    optional('Postleitzahl', 'string'),
    optional('Ort', 'string'),
    optional('Zusatz', 'string'),
    optional('Typ', 'AnschriftstypCode'),
  ),
  Staat: sequence(one('Staat', 'StaatCode')),
  Kommunikation: sequence(
    optional('IstDienstlich', 'boolean'),
    optional('Kanal', 'KommunikationsartCode'),
    optional('Kennung', 'string'),
    optional('Zusatz', 'string'),
    optional('IstInstitution', 'boolean'),
  ),
  UnstrukturierteAnschrift: sequence(
    optional('Typ', 'AnschriftstypCode'),
    ...[1, 2, 3, 4, 5, 6].map((line) => optional(`Zeile${line}`, 'string')),
    optional('Zusatz', 'string'),
  ),
  Geburt: sequence(one('Datum', 'date')),
};
