import type { FindingText } from '../finding.js';

/** What is wrong between the metadata and the files that come along. */
export const fileTexts = {
  'file.name': {
    severity: 'error',
    de: 'Erwartet: <UUID>, <UUID>.<Endung> oder <UUID>_<Name>.<Endung> ohne Pfad. Gefunden: „{found}“.',
    en: 'Expected: <UUID>, <UUID>.<extension> or <UUID>_<name>.<extension> without a path. Found: "{found}".',
    remedy: { de: 'Datei umbenennen.', en: 'Rename the file.' },
  },
  'file.nameTooLong': {
    severity: 'error',
    de: 'Erwartet: Dateiname mit höchstens 255 Bytes. Gefunden: {found} Bytes.',
    en: 'Expected: file name of at most 255 bytes. Found: {found} bytes.',
    remedy: { de: 'Namen kürzen.', en: 'Shorten the name.' },
  },
  'file.uuidOfObject': {
    severity: 'error',
    de: 'Die UUID im Dateinamen ({id}) ist die eines Schriftgutobjekts.',
    en: 'The UUID in the file name ({id}) is the one of a record object.',
    remedy: { de: 'Der Datei eine eigene UUID geben.', en: 'Give the file a UUID of its own.' },
  },
  'file.missing': {
    severity: 'error',
    de: 'Die genannte Datei {name} fehlt.',
    en: 'The named file {name} is missing.',
    remedy: { de: 'Datei beifügen.', en: 'Add the file.' },
  },
  'file.unlisted': {
    severity: 'error',
    de: 'Die Datei {name} wird in den Metadaten nicht genannt.',
    en: 'The file {name} is not named in the metadata.',
    remedy: { de: 'Datei entfernen oder im Dokument nennen.', en: 'Remove the file or name it in a Dokument.' },
  },
  'file.empty': {
    severity: 'error',
    de: 'Die Datei {name} ist leer (0 Bytes).',
    en: 'The file {name} is empty (0 bytes).',
    remedy: { de: 'Richtige Datei beifügen.', en: 'Add the right file.' },
  },
  'file.shared': {
    severity: 'warning',
    de: 'Die Datei {name} wird mehrfach genannt.',
    en: 'The file {name} is named more than once.',
    remedy: { de: 'Jedem Primärdokument eine eigene Datei geben.', en: 'Give every primary document its own file.' },
  },
  'file.dateiformat': {
    severity: 'error',
    de: 'Erwartet: Dateiformat 001 bis 045 oder 100. Gefunden: {found}.',
    en: 'Expected: Dateiformat 001 to 045 or 100. Found: {found}.',
    remedy: { de: 'Code 100 mit sonstigem Namen verwenden.', en: 'Use code 100 with another name.' },
  },
  'file.sonstigerName': {
    severity: 'error',
    de: 'Erwartet: SonstigerName zum Dateiformat 100. Gefunden: keiner.',
    en: 'Expected: SonstigerName with Dateiformat 100. Found: none.',
    remedy: { de: 'Format beim Namen nennen.', en: 'Name the format.' },
  },
} satisfies Record<string, FindingText>;
