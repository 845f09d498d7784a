import type { RejectionText } from '../rejections.js';

const correctRow = {
  de: 'Die Zeile in der Datei berichtigen und die Datei neu einlesen.',
  en: 'Correct the line in the file and read the file again.',
};

/** What stands against a file with an Aktenplan. Each names line, field, what was expected and what was found. */
export const aktenplanImportRejections = {
  'aktenplan.importRefused': {
    status: 422,
    message: {
      de: 'Die Datei wurde nicht übernommen: {count} Fehler. Es wurde nichts geändert.',
      en: 'The file was not taken over: {count} errors. Nothing was changed.',
    },
    remedy: {
      de: 'Die genannten Zeilen berichtigen und die Datei neu einlesen.',
      en: 'Correct the lines named and read the file again.',
    },
  },
  'aktenplan.importOver': {
    status: 409,
    message: { de: 'Diese Datei ist schon übernommen.', en: 'This file has been taken over already.' },
    remedy: { de: 'Für weitere Änderungen eine neue Datei einlesen.', en: 'Read a new file for further changes.' },
  },
  'aktenplan.importNothing': {
    status: 422,
    message: { de: 'Die Datei ändert nichts am Aktenplan.', en: 'The file changes nothing in the filing plan.' },
    remedy: { de: 'Nichts zu tun.', en: 'Nothing to do.' },
  },
  'aktenplan.importEncoding': {
    status: 422,
    message: {
      de: 'Erwartet: eine Textdatei in UTF-8. Gefunden: andere Bytes ab Stelle {at}.',
      en: 'Expected: a text file in UTF-8. Found: other bytes from position {at} on.',
    },
    remedy: {
      de: 'In der Tabellenkalkulation als „CSV UTF-8“ speichern.',
      en: 'Save as “CSV UTF-8” in the spreadsheet program.',
    },
  },
  'aktenplan.importEmpty': {
    status: 422,
    message: { de: 'Die Datei enthält keine Stelle.', en: 'The file holds no position.' },
    remedy: { de: 'Eine Datei mit mindestens einer Zeile wählen.', en: 'Choose a file with one line at least.' },
  },
  'aktenplan.importTooMany': {
    status: 422,
    message: {
      de: 'Die Datei enthält mehr als {limit} Stellen.',
      en: 'The file holds more than {limit} positions.',
    },
    remedy: { de: 'Die Datei teilen.', en: 'Split the file.' },
  },
  'aktenplan.importColumnMissing': {
    status: 422,
    message: {
      de: 'Zeile 1. Erwartet: eine Spalte „{field}“. Gefunden: {found}.',
      en: 'Line 1. Expected: a column “{field}”. Found: {found}.',
    },
    remedy: {
      de: 'Die Spalten der Kopfzeile berichtigen; die Ausgabe des Aktenplans zeigt alle.',
      en: 'Correct the columns of the first line; the export of the filing plan shows all of them.',
    },
  },
  'aktenplan.importColumnUnknown': {
    status: 422,
    message: {
      de: 'Zeile 1: Die Spalte „{field}“ ist nicht bekannt und wird übergangen.',
      en: 'Line 1: the column “{field}” is not known and is passed over.',
    },
    remedy: { de: 'Die Schreibweise prüfen.', en: 'Check its spelling.' },
  },
  'aktenplan.importQuote': {
    status: 422,
    message: {
      de: 'Zeile {line}: Ein Anführungszeichen ist nicht geschlossen oder steht mitten im Feld.',
      en: 'Line {line}: a quotation mark is not closed, or stands in the middle of a field.',
    },
    remedy: correctRow,
  },
  'aktenplan.importRowShape': {
    status: 422,
    message: {
      de: 'Zeile {line}. Erwartet: {expected} Felder wie in der Kopfzeile. Gefunden: {found}.',
      en: 'Line {line}. Expected: {expected} fields as in the first line. Found: {found}.',
    },
    remedy: correctRow,
  },
  'aktenplan.importKennzeichen': {
    status: 422,
    message: {
      de: 'Zeile {line}, Feld „kennzeichen“. Erwartet: Buchstaben und Ziffern, geteilt durch . / - oder Leerzeichen, höchstens 40. Gefunden: „{found}“.',
      en: 'Line {line}, field “kennzeichen”. Expected: letters and digits divided by . / - or a space, 40 at most. Found: “{found}”.',
    },
    remedy: correctRow,
  },
  'aktenplan.importTwice': {
    status: 422,
    message: {
      de: 'Zeile {line}, Feld „kennzeichen“: {found} steht schon in Zeile {first}.',
      en: 'Line {line}, field “kennzeichen”: {found} stands in line {first} already.',
    },
    remedy: correctRow,
  },
  'aktenplan.importTitel': {
    status: 422,
    message: {
      de: 'Zeile {line}, Feld „titel“. Erwartet: 1 bis 300 sichtbare Zeichen. Gefunden: „{found}“.',
      en: 'Line {line}, field “titel”. Expected: 1 to 300 visible characters. Found: “{found}”.',
    },
    remedy: correctRow,
  },
  'aktenplan.importAufbewahrung': {
    status: 422,
    message: {
      de: 'Zeile {line}, Feld „aufbewahrung“. Erwartet: 0 bis 130 Jahre, „unbefristet“, „geerbt“ oder leer. Gefunden: „{found}“.',
      en: 'Line {line}, field “aufbewahrung”. Expected: 0 to 130 years, “unbefristet”, “geerbt” or nothing. Found: “{found}”.',
    },
    remedy: correctRow,
  },
  'aktenplan.importAussonderungsart': {
    status: 422,
    message: {
      de: 'Zeile {line}, Feld „aussonderungsart“. Erwartet: A, B, V, „geerbt“ oder leer. Gefunden: „{found}“.',
      en: 'Line {line}, field “aussonderungsart”. Expected: A, B, V, “geerbt” or nothing. Found: “{found}”.',
    },
    remedy: correctRow,
  },
  'aktenplan.importStillgelegt': {
    status: 422,
    message: {
      de: 'Zeile {line}, Feld „stillgelegt“. Erwartet: ja, nein oder leer. Gefunden: „{found}“.',
      en: 'Line {line}, field “stillgelegt”. Expected: ja, nein or nothing. Found: “{found}”.',
    },
    remedy: correctRow,
  },
  'aktenplan.importParent': {
    status: 422,
    message: {
      de: 'Zeile {line}, Feld „uebergeordnet“: {found} gibt es weder in der Datei noch im Aktenplan.',
      en: 'Line {line}, field “uebergeordnet”: {found} is neither in the file nor in the filing plan.',
    },
    remedy: correctRow,
  },
  'aktenplan.importPlace': {
    status: 422,
    message: { de: 'Zeile {line}, {kennzeichen}: {why}', en: 'Line {line}, {kennzeichen}: {why}' },
    remedy: correctRow,
  },
  'aktenplan.importXml': {
    status: 422,
    message: { de: 'Zeile {line}: {why}', en: 'Line {line}: {why}' },
    remedy: {
      de: 'Eine Nachricht „Aktenplan“ (0301) nach xdomea 3.0.0 oder 3.1.0 einlesen.',
      en: 'Read a message “Aktenplan” (0301) of xdomea 3.0.0 or 3.1.0.',
    },
  },
} satisfies Record<string, RejectionText>;
