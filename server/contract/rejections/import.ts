import type { RejectionText } from '../rejections.js';

export const importRejections = {
  'import.noManifest': {
    status: 422,
    message: {
      de: 'Erwartet: manifest.csv im Ordner oder in der ZIP-Datei, oder die Nachricht 0503. Gefunden: {found}.',
      en: 'Expected: manifest.csv in the folder or ZIP file, or the message 0503. Found: {found}.',
    },
    remedy: {
      de: 'Den Ordner mit manifest.csv angeben; der Aufbau steht in server/import/README.md.',
      en: 'Name the folder with manifest.csv; its form is described in server/import/README.md.',
    },
  },
  'import.unreadable': {
    status: 422,
    message: { de: 'manifest.csv ist nicht lesbar: {reason}.', en: 'manifest.csv cannot be read: {reason}.' },
    remedy: {
      de: 'Als CSV in UTF-8 mit Semikolon speichern.',
      en: 'Save it as CSV in UTF-8, separated by semicolons.',
    },
  },
  'import.columnMissing': {
    status: 422,
    message: { de: 'Die Spalte {field} fehlt.', en: 'The column {field} is missing.' },
    remedy: { de: 'Die Spalte in der ersten Zeile ergänzen.', en: 'Add the column to the first line.' },
  },
  'import.unknownColumn': {
    status: 422,
    message: { de: 'Die Spalte „{field}“ ist unbekannt.', en: 'The column "{field}" is unknown.' },
    remedy: {
      de: 'Den Namen berichtigen oder die Spalte entfernen; unbekannte Angaben gingen sonst verloren.',
      en: 'Correct the name or remove the column; what is unknown would be lost.',
    },
  },
  'import.valueMissing': {
    status: 422,
    message: { de: 'Erwartet: ein Wert. Gefunden: keiner.', en: 'Expected: a value. Found: none.' },
    remedy: { de: 'Den Wert in dieser Zeile ergänzen.', en: 'Add the value to this line.' },
  },
  'import.valueUnfit': {
    status: 422,
    message: { de: 'Erwartet: {expectedDe}. Gefunden: „{found}“.', en: 'Expected: {expectedEn}. Found: "{found}".' },
    remedy: { de: 'Den Wert in dieser Zeile berichtigen.', en: 'Correct the value in this line.' },
  },
  'import.strangeSigns': {
    status: 422,
    message: {
      de: 'Der Wert enthält unsichtbare Zeichen ({found}), mit denen sich anderes anzeigen lässt, als dasteht.',
      en: 'The value contains invisible characters ({found}) that can show something else than what is there.',
    },
    remedy: { de: 'Diese Zeichen in der Quelle entfernen.', en: 'Remove these characters in the source.' },
  },
  'import.contradiction': {
    status: 422,
    message: {
      de: 'Erwartet: „{expected}“ wie in Zeile {first}. Gefunden: „{found}“.',
      en: 'Expected: "{expected}" as in line {first}. Found: "{found}".',
    },
    remedy: {
      de: 'Zu einer Akte oder einem Vorgang in allen Zeilen dasselbe angeben.',
      en: 'Say the same of an Akte or a Vorgang in all lines.',
    },
  },
  'import.unknownPosition': {
    status: 422,
    message: {
      de: 'Erwartet: eine Stelle des Aktenplans ohne Stellen darunter. Gefunden: „{found}“.',
      en: 'Expected: a position of the Aktenplan without positions below it. Found: "{found}".',
    },
    remedy: {
      de: 'Ein Kennzeichen aus dem Aktenplan nehmen oder die Stelle dort anlegen.',
      en: 'Take a Kennzeichen of the Aktenplan, or add the position there.',
    },
  },
  'import.fileUnusable': {
    status: 422,
    message: { de: '„{found}“: {reason}.', en: '"{found}": {reasonEn}.' },
    remedy: {
      de: 'Die Datei unter diesem Namen in den Ordner legen oder die Zeile berichtigen.',
      en: 'Put the file into the folder under this name, or correct the line.',
    },
  },
  'import.otherBytes': {
    status: 422,
    message: {
      de: 'Erwartet: die Datei mit der angegebenen Prüfsumme. Gefunden: {found}.',
      en: 'Expected: the file with the given checksum. Found: {found}.',
    },
    remedy: {
      de: 'Die Datei noch einmal aus der Quelle holen.',
      en: 'Fetch the file from its source again.',
    },
  },
  'import.quarantined': {
    status: 422,
    message: { de: 'Die Prüfung der Datei sagt: {reason}', en: 'The examination of the file says: {reasonEn}' },
    remedy: {
      de: 'Die Datei bereinigen oder die Zeile weglassen.',
      en: 'Clean the file or leave the line out.',
    },
  },
  'import.faulty': {
    status: 422,
    message: {
      de: '{count} von {lines} Zeilen sind fehlerhaft; es wurde nichts übernommen.',
      en: '{count} of {lines} lines are faulty; nothing was taken over.',
    },
    remedy: {
      de: 'Die Zeilen berichtigen, oder mit --gute alle anderen übernehmen.',
      en: 'Correct the lines, or take over all others with --gute.',
    },
  },
  'import.otherMode': {
    status: 409,
    message: {
      de: 'Dieser Import hat schon begonnen, und zwar anders: {mode}.',
      en: 'This import has begun already, in another way: {mode}.',
    },
    remedy: { de: 'Ihn so fortsetzen, wie er begonnen hat.', en: 'Go on the way it began.' },
  },
} satisfies Record<string, RejectionText>;
