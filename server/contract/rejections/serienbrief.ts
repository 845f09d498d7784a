import type { RejectionText } from '../rejections.js';

export const serienbriefRejections = {
  'vorlage.listUnreadable': {
    status: 422,
    message: {
      de: 'Erwartet: eine Liste mit Semikolon und Überschriften in der ersten Zeile. Gefunden: ein Fehler in Zeile {line}.',
      en: 'Expected: a list with semicolons and headings in the first line. Found: a fault in line {line}.',
    },
    remedy: { de: 'Die Zeile berichtigen.', en: 'Correct the line.' },
  },
  'vorlage.listWithoutName': {
    status: 422,
    message: {
      de: 'Erwartet: eine Spalte „name“. Gefunden: {found}.',
      en: 'Expected: a column “name”. Found: {found}.',
    },
    remedy: {
      de: 'Die Spalten name, vorname, strasse, plz, ort, mail, telefon benennen; jede andere füllt eine Stelle eingabe.…',
      en: 'Name the columns name, vorname, strasse, plz, ort, mail, telefon; every other fills a place eingabe.…',
    },
  },
  'vorlage.listColumn': {
    status: 422,
    message: {
      de: 'Die Überschrift „{name}“ steht zweimal da oder taugt nicht als Name einer Stelle.',
      en: 'The heading “{name}” occurs twice or cannot name a place.',
    },
    remedy: { de: 'Die Spalte umbenennen: Buchstaben, Ziffern, _.', en: 'Rename the column: letters, digits, _.' },
  },
  'vorlage.recipientField': {
    status: 422,
    message: {
      de: 'Zeile {line}, Feld {field}: leer, zu lang oder mit unsichtbaren Zeichen.',
      en: 'Line {line}, field {field}: empty, too long or with invisible characters.',
    },
    remedy: { de: 'Das Feld berichtigen.', en: 'Correct the field.' },
  },
  'vorlage.recipientGone': {
    status: 422,
    message: {
      de: 'Der Eintrag ist mit einem anderen zusammengeführt, nimmt nicht mehr teil oder ist unbekannt.',
      en: 'The entry is merged into another, takes part no more or is unknown.',
    },
    remedy: { de: 'Den Eintrag neu wählen.', en: 'Choose the entry anew.' },
  },
  'vorlage.recipientTwice': {
    status: 422,
    message: { de: 'Derselbe Empfänger steht schon weiter oben.', en: 'The same recipient stands further up.' },
    remedy: { de: 'Nichts: Er bekommt einen Brief.', en: 'Nothing: one letter is written.' },
  },
  'vorlage.noRecipient': {
    status: 422,
    message: {
      de: 'Erwartet: 1 bis {most} Empfänger. Gefunden: {count}.',
      en: 'Expected: 1 to {most} recipients. Found: {count}.',
    },
    remedy: { de: 'Die Liste teilen oder ergänzen.', en: 'Split or complete the list.' },
  },
  'vorlage.notRunning': {
    status: 409,
    message: {
      de: 'Erwartet: ein Serienbrief, der läuft. Gefunden: {state}.',
      en: 'Expected: a serial letter that is running. Found: {state}.',
    },
    remedy: { de: 'Es ist nichts anzuhalten.', en: 'There is nothing to halt.' },
  },
  'vorlage.notHalted': {
    status: 409,
    message: {
      de: 'Erwartet: ein angehaltener Serienbrief. Gefunden: {state}.',
      en: 'Expected: a serial letter that was halted. Found: {state}.',
    },
    remedy: { de: 'Es ist nichts fortzusetzen.', en: 'There is nothing to resume.' },
  },
} satisfies Record<string, RejectionText>;
