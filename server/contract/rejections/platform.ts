import type { RejectionText } from '../rejections.js';

export const platformRejections = {
  'platform.invalidInput': {
    status: 400,
    message: { de: 'Die Angaben passen nicht: {fields}.', en: 'The input does not fit: {fields}.' },
    remedy: { de: 'Bitte die genannten Felder berichtigen.', en: 'Please correct the fields named.' },
  },
  'platform.keyReused': {
    status: 409,
    message: {
      de: 'Dieser Idempotency-Key gehört schon zu einer anderen Handlung.',
      en: 'This idempotency key already belongs to another act.',
    },
    remedy: { de: 'Die Handlung mit einem neuen Schlüssel wiederholen.', en: 'Repeat the act with a new key.' },
  },
  'platform.notFound': {
    status: 404,
    message: {
      de: 'Nicht gefunden, oder Sie dürfen es nicht sehen.',
      en: 'Not found, or you may not see it.',
    },
    remedy: { de: 'Bitte die Adresse prüfen oder neu suchen.', en: 'Please check the address or search again.' },
  },
  'platform.stale': {
    status: 409,
    message: {
      de: 'Jemand war schneller: Der Stand hat sich inzwischen geändert.',
      en: 'Somebody was faster: the state has changed in the meantime.',
    },
    remedy: {
      de: 'Bitte neu laden; Ihre Eingaben bleiben stehen.',
      en: 'Please reload; what you typed is kept.',
    },
  },
  'platform.tooMany': {
    status: 429,
    message: {
      de: 'Erwartet: höchstens {limit} Anfragen in der Minute. Gefunden: mehr.',
      en: 'Expected: at most {limit} requests a minute. Found: more.',
    },
    remedy: {
      de: 'Nach der im Kopf „Retry-After“ genannten Zahl von Sekunden wiederholen.',
      en: 'Repeat after the number of seconds that the header "Retry-After" gives.',
    },
  },
  'platform.preconditionFailed': {
    status: 412,
    message: {
      de: 'Der Stand ist nicht mehr der, den „If-Match“ nennt.',
      en: 'The state is no longer the one that "If-Match" names.',
    },
    remedy: {
      de: 'Die Sicht neu lesen und ihr „ETag“ verwenden.',
      en: 'Read the view again and use its "ETag".',
    },
  },
  'platform.tooLarge': {
    status: 413,
    message: {
      de: 'Die Datei ist größer als {limit} MB.',
      en: 'The file is larger than {limit} MB.',
    },
    remedy: {
      de: 'Bitte die Datei teilen oder die Administration nach der Grenze fragen.',
      en: 'Please split the file or ask the administration about the limit.',
    },
  },
  'platform.storageFull': {
    status: 507,
    message: { de: 'Der Speicher ist voll; es wurde nichts abgelegt.', en: 'The storage is full; nothing was stored.' },
    remedy: {
      de: 'Bitte die Administration verständigen und danach wiederholen.',
      en: 'Please inform the administration, then repeat.',
    },
  },
  'platform.unavailable': {
    status: 503,
    message: {
      de: 'Die Datenbank ist gerade nicht erreichbar; es wurde nichts geändert.',
      en: 'The database cannot be reached right now; nothing was changed.',
    },
    remedy: { de: 'Bitte in einer Minute wiederholen.', en: 'Please repeat in a minute.' },
  },
  'platform.invalidRange': {
    status: 416,
    message: {
      de: 'Der verlangte Ausschnitt liegt außerhalb der Datei ({size} Bytes).',
      en: 'The range lies outside the file ({size} bytes).',
    },
    remedy: { de: 'Bitte die ganze Datei laden.', en: 'Please load the whole file.' },
  },
  'platform.unexpected': {
    status: 500,
    message: {
      de: 'Das hätte nicht passieren dürfen. Es wurde nichts geändert.',
      en: 'This should not have happened. Nothing was changed.',
    },
    remedy: {
      de: 'Bitte wiederholen; hilft das nicht, der Administration die Nummer {incident} nennen.',
      en: 'Please repeat; if that does not help, give the number {incident} to the administration.',
    },
  },
  'demo.notADemo': {
    status: 409,
    message: {
      de: 'Die Uhr lässt sich nur in Vorführdaten verstellen.',
      en: 'The clock can be moved in demo data only.',
    },
    remedy: {
      de: 'Eine Vorführung mit eigenem Datenordner starten.',
      en: 'Start a demo with a data folder of its own.',
    },
  },
} satisfies Record<string, RejectionText>;
