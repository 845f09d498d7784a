import type { RejectionText } from '../rejections.js';

export const uploadRejections = {
  'upload.tooMany': {
    status: 429,
    message: {
      de: 'Erwartet: höchstens {limit} offene Übertragungen je Person. Gefunden: {found}.',
      en: 'Expected: at most {limit} open uploads per person. Found: {found}.',
    },
    remedy: {
      de: 'Eine laufende Übertragung abwarten oder eine unterbrochene verwerfen.',
      en: 'Wait for a running upload or discard an interrupted one.',
    },
  },
  'upload.wrongPlace': {
    status: 409,
    message: {
      de: 'Erwartet: Fortsetzung ab Byte {expected}. Gefunden: ab Byte {found}.',
      en: 'Expected: to go on from byte {expected}. Found: from byte {found}.',
    },
    remedy: {
      de: 'Den Stand der Übertragung abfragen und dort fortsetzen.',
      en: 'Ask how far the upload is and go on from there.',
    },
  },
  'upload.changedOnTheWay': {
    status: 422,
    message: {
      de: 'Ein Stück der Datei ist nicht so angekommen, wie es abgeschickt wurde.',
      en: 'A piece of the file has not arrived as it was sent.',
    },
    remedy: { de: 'Dieses Stück noch einmal senden.', en: 'Send this piece again.' },
  },
  'upload.beyondEnd': {
    status: 422,
    message: {
      de: 'Erwartet: {size} Bytes, wie angekündigt. Gefunden: mehr.',
      en: 'Expected: {size} bytes, as announced. Found: more.',
    },
    remedy: {
      de: 'Die Datei hat sich wohl geändert; bitte von vorn übertragen.',
      en: 'The file has probably changed; please upload it from the beginning.',
    },
  },
  'upload.incomplete': {
    status: 409,
    message: {
      de: 'Erwartet: {size} Bytes. Gefunden: erst {received}.',
      en: 'Expected: {size} bytes. Found: only {received}.',
    },
    remedy: { de: 'Den Rest der Datei senden.', en: 'Send the rest of the file.' },
  },
  'upload.otherBytes': {
    status: 422,
    message: {
      de: 'Erwartet: die Datei mit der angekündigten Prüfsumme. Gefunden: eine andere. Es wurde nichts abgelegt.',
      en: 'Expected: the file with the announced checksum. Found: another one. Nothing was stored.',
    },
    remedy: { de: 'Die Datei von vorn übertragen.', en: 'Upload the file from the beginning.' },
  },
} satisfies Record<string, RejectionText>;
