import type { FindingText } from '../finding.js';

/** What is wrong with a container, in or out. */
export const packageTexts = {
  'package.damaged': {
    severity: 'error',
    de: 'Der Container ist kein vollständiges Zip: {reason}',
    en: 'The container is not a complete zip: {reason}',
    remedy: { de: 'Container neu übertragen.', en: 'Transfer the container again.' },
  },
  'package.trailingData': {
    severity: 'error',
    de: 'Vor oder hinter dem Zip stehen {found} fremde Bytes.',
    en: 'There are {found} foreign bytes before or after the zip.',
    remedy: { de: 'Container neu erzeugen.', en: 'Write the container again.' },
  },
  'package.traversal': {
    severity: 'error',
    de: 'Der Eintrag „{name}“ führt aus dem Container hinaus.',
    en: 'The entry "{name}" leads out of the container.',
    remedy: { de: 'Nachricht zurückweisen.', en: 'Reject the message.' },
  },
  'package.absolutePath': {
    severity: 'error',
    de: 'Der Eintrag „{name}“ hat einen absoluten Pfad.',
    en: 'The entry "{name}" has an absolute path.',
    remedy: { de: 'Nachricht zurückweisen.', en: 'Reject the message.' },
  },
  'package.folder': {
    severity: 'error',
    de: 'Erwartet: alle Dateien nebeneinander. Gefunden: Ordner in „{name}“.',
    en: 'Expected: all files side by side. Found: a folder in "{name}".',
    remedy: { de: 'Container ohne Ordner erzeugen.', en: 'Write the container without folders.' },
  },
  'package.symlink': {
    severity: 'error',
    de: 'Der Eintrag „{name}“ ist ein Verweis oder eine Gerätedatei, keine Datei.',
    en: 'The entry "{name}" is a link or a device, not a file.',
    remedy: { de: 'Nachricht zurückweisen.', en: 'Reject the message.' },
  },
  'package.duplicate': {
    severity: 'error',
    de: 'Der Eintrag „{name}“ kommt mehrfach vor.',
    en: 'The entry "{name}" occurs more than once.',
    remedy: { de: 'Container neu erzeugen.', en: 'Write the container again.' },
  },
  'package.encrypted': {
    severity: 'error',
    de: 'Der Eintrag „{name}“ ist verschlüsselt.',
    en: 'The entry "{name}" is encrypted.',
    remedy: { de: 'Unverschlüsselt senden.', en: 'Send it unencrypted.' },
  },
  'package.method': {
    severity: 'error',
    de: 'Der Eintrag „{name}“ ist mit einem unbekannten Verfahren ({found}) gepackt.',
    en: 'The entry "{name}" is packed with an unknown method ({found}).',
    remedy: { de: 'Mit Deflate oder ungepackt senden.', en: 'Send it deflated or stored.' },
  },
  'package.ratio': {
    severity: 'error',
    de: 'Der Eintrag „{name}“ wächst beim Auspacken auf das {found}fache. Erlaubt ist das {limit}fache.',
    en: 'The entry "{name}" grows {found}-fold when unpacked. Allowed is {limit}-fold.',
    remedy: { de: 'Nachricht zurückweisen.', en: 'Reject the message.' },
  },
  'package.tooLarge': {
    severity: 'error',
    de: 'Erwartet: höchstens {limit}. Gefunden: {found}.',
    en: 'Expected: at most {limit}. Found: {found}.',
    remedy: { de: 'Auf mehrere Container verteilen.', en: 'Split it into several containers.' },
  },
  'package.headersDiffer': {
    severity: 'error',
    de: 'Der Eintrag „{name}“ heißt am Ort der Daten anders als im Verzeichnis.',
    en: 'The entry "{name}" has another name at its data than in the directory.',
    remedy: { de: 'Nachricht zurückweisen.', en: 'Reject the message.' },
  },
  'package.nameEncoding': {
    severity: 'error',
    de: 'Der Name „{name}“ enthält Umlaute oder andere Zeichen, aber nicht das UTF-8-Kennzeichen.',
    en: 'The name "{name}" has umlauts or other characters, but not the UTF-8 flag.',
    remedy: { de: 'Container mit UTF-8-Namen erzeugen.', en: 'Write the container with UTF-8 names.' },
  },
  'package.checksum': {
    severity: 'error',
    de: 'Der Inhalt von „{name}“ passt nicht zu seiner Prüfsumme oder Länge.',
    en: 'The content of "{name}" does not match its checksum or length.',
    remedy: { de: 'Container neu übertragen.', en: 'Transfer the container again.' },
  },
  'package.messageMissing': {
    severity: 'error',
    de: 'Erwartet: die Nachricht {expected}. Gefunden: keine.',
    en: 'Expected: the message {expected}. Found: none.',
    remedy: {
      de: 'Container richtig benennen oder Nachricht beifügen.',
      en: 'Rename the container or add the message.',
    },
  },
  'package.hashMismatch': {
    severity: 'error',
    de: 'Die Datei {name} hat nicht mehr den SHA-512 ihrer Aufnahme. Erwartet: {expected}. Gefunden: {found}.',
    en: 'The file {name} no longer has the SHA-512 of its check-in. Expected: {expected}. Found: {found}.',
    remedy: { de: 'Speicher prüfen, Sicherung einspielen.', en: 'Check the storage, restore from backup.' },
  },
  'package.unreadable': {
    severity: 'error',
    de: 'Die Datei {name} lässt sich nicht lesen: {reason}',
    en: 'The file {name} cannot be read: {reason}',
    remedy: { de: 'Speicher prüfen und erneut versuchen.', en: 'Check the storage and try again.' },
  },
} satisfies Record<string, FindingText>;
