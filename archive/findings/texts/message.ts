import type { FindingText } from '../finding.js';

/** What is wrong with the message as a whole: version, type, names, head. */
export const messageTexts = {
  'message.unknownNamespace': {
    severity: 'error',
    de: 'Erwartet: eine der xdomea-Versionen {supported}. Gefunden: Namensraum „{found}“.',
    en: 'Expected: one of the xdomea versions {supported}. Found: namespace "{found}".',
    remedy: { de: 'Nachricht in einer dieser Versionen erzeugen.', en: 'Write the message in one of these versions.' },
  },
  'message.root': {
    severity: 'error',
    de: 'Erwartet: Nachricht {expected}. Gefunden: {found}.',
    en: 'Expected: message {expected}. Found: {found}.',
    remedy: { de: 'Richtige Nachricht zuordnen.', en: 'Use the right message.' },
  },
  'message.prefix': {
    severity: 'error',
    de: 'Erwartet: Namensraum-Präfix „xdomea“. Gefunden: „{found}“.',
    en: 'Expected: namespace prefix "xdomea". Found: "{found}".',
    remedy: { de: 'Präfix „xdomea“ verwenden.', en: 'Use the prefix "xdomea".' },
  },
  'message.nachrichtentyp': {
    severity: 'error',
    de: 'Erwartet: Nachrichtentyp {expected} im Kopf. Gefunden: {found}.',
    en: 'Expected: Nachrichtentyp {expected} in the head. Found: {found}.',
    remedy: { de: 'Nachrichtentyp berichtigen.', en: 'Correct the Nachrichtentyp.' },
  },
  'message.name': {
    severity: 'error',
    de: 'Erwartet: Dateiname {expected}. Gefunden: {found}.',
    en: 'Expected: file name {expected}. Found: {found}.',
    remedy: { de: 'Datei richtig benennen.', en: 'Give the file its right name.' },
  },
  'message.prozessId': {
    severity: 'error',
    de: 'Die ProzessID im Kopf ({kopf}) ist nicht die im Dateinamen ({name}).',
    en: 'The ProzessID in the head ({kopf}) is not the one in the file name ({name}).',
    remedy: { de: 'Name und Kopf in Übereinstimmung bringen.', en: 'Make name and head agree.' },
  },
  'message.erstellungszeitpunkt': {
    severity: 'error',
    de: 'Erwartet: Erstellungszeitpunkt nicht in der Zukunft. Gefunden: {found}.',
    en: 'Expected: Erstellungszeitpunkt not in the future. Found: {found}.',
    remedy: { de: 'Uhr des Systems prüfen.', en: 'Check the clock of the system.' },
  },
  'message.schema': {
    severity: 'error',
    de: 'Das Schema der Version {version} lehnt ab: {reason}',
    en: 'The schema of version {version} refuses: {reason}',
    remedy: { de: 'Angabe an dieser Stelle berichtigen.', en: 'Correct the data at this place.' },
  },
  'message.schemaMissing': {
    severity: 'error',
    de: 'Im Schema-Verzeichnis fehlt oder versagt die Version {version}: {reason}',
    en: 'In the schema directory, version {version} is missing or unusable: {reason}',
    remedy: {
      de: 'Schema-Verzeichnis vervollständigen: je Version ein Ordner.',
      en: 'Complete the schema directory: one folder per version.',
    },
  },
  'message.tooManyFindings': {
    severity: 'error',
    de: 'Mehr als {limit} Befunde. Weitere werden nicht aufgeführt.',
    en: 'More than {limit} findings. No further ones are listed.',
    remedy: { de: 'Zuerst die aufgeführten beheben.', en: 'Resolve the listed ones first.' },
  },
} satisfies Record<string, FindingText>;
