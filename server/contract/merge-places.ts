import type { Sentence } from './rejections.js';

export interface MergePlace {
  readonly label: Sentence;
  /** A day is stored as a day, and written as a format wants it. */
  readonly kind: 'text' | 'day';
}

const text = (de: string, en: string): MergePlace => ({ label: { de, en }, kind: 'text' });
const day = (de: string, en: string): MergePlace => ({ label: { de, en }, kind: 'day' });

/** What a template can take from the record by itself, by the name that stands between the braces. */
export const MERGE_PLACES: Readonly<Record<string, MergePlace>> = {
  'akte.aktenzeichen': text('Aktenzeichen der Akte', 'Reference number of the file'),
  'akte.betreff': text('Betreff der Akte', 'Subject of the file'),
  'vorgang.aktenzeichen': text('Aktenzeichen des Vorgangs', 'Reference number of the case'),
  'vorgang.betreff': text('Betreff des Vorgangs', 'Subject of the case'),
  'vorgang.beginn': day('Beginn des Vorgangs', 'Beginning of the case'),
  'dokument.betreff': text('Betreff des neuen Dokuments', 'Subject of the new document'),
  'empfaenger.anschrift': text('Anschriftfeld nach DIN 5008', 'Address field by DIN 5008'),
  'empfaenger.anrede': text('Anrede', 'Salutation'),
  'empfaenger.name': text('Familienname, oder Name der Organisation', 'Family name, or name of the organisation'),
  'empfaenger.vorname': text('Vorname', 'First name'),
  'empfaenger.strasse': text('Straße und Hausnummer', 'Street and number'),
  'empfaenger.plz': text('Postleitzahl', 'Postal code'),
  'empfaenger.ort': text('Ort', 'Town'),
  'empfaenger.mail': text('E-Mail', 'E-mail'),
  'empfaenger.telefon': text('Telefon', 'Telephone'),
  'empfaenger.geburtsdatum': day('Geburtsdatum', 'Date of birth'),
  'empfaenger.rolle': text('Rolle im Vorgang', 'Part in the case'),
  'bearbeitung.name': text('Name der Person, die schreibt', 'Name of the person who writes'),
  'bearbeitung.einheit': text('Einheit der Person, die schreibt', 'Unit of the person who writes'),
  'mandant.name': text('Name der Behörde', 'Name of the authority'),
  'datum.heute': day('Tag des Schreibens', 'Day of writing'),
  'datum.jahr': text('Jahr des Schreibens', 'Year of writing'),
};

/** Whatever is typed when the letter is written: `eingabe.frist`. */
export const TYPED_PLACE = 'eingabe.';

/** How a value may be written, behind a bar: `{{ datum.heute | datum }}`. */
export const MERGE_FORMATS: Readonly<Record<string, Sentence>> = {
  tag: { de: '24.11.2026', en: '24.11.2026' },
  datum: { de: '24. November 2026', en: '24. November 2026' },
  euro: { de: '1.234,50 €', en: '1.234,50 €' },
};
