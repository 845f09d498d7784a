import type { RejectionText } from '../rejections.js';

export const akteneinsichtRejections = {
  'akteneinsicht.notChosen': {
    status: 409,
    message: {
      de: 'Erwartet: zu jedem Dokument eine Entscheidung. Ohne Entscheidung: {missing}; nicht (mehr) in diesem Register: {unknown}.',
      en: 'Expected: a decision on each document. Without one: {missing}; not (any more) in this register: {unknown}.',
    },
    remedy: {
      de: 'Die Liste neu laden und die fehlenden Dokumente entscheiden.',
      en: 'Reload the list and decide on the missing documents.',
    },
  },
  'akteneinsicht.nothingGiven': {
    status: 422,
    message: { de: 'Kein Dokument wird gezeigt.', en: 'No document is shown.' },
    remedy: {
      de: 'Mindestens ein Dokument ganz oder geschwärzt wählen, oder die Einsicht durch Bescheid ablehnen.',
      en: 'Choose at least one document, whole or redacted, or refuse the inspection by a decision.',
    },
  },
  'akteneinsicht.noReason': {
    status: 422,
    message: {
      de: 'Erwartet: zu jedem ausgelassenen Dokument ein Grund mit Paragraph. Ohne: Nr. {nummer}.',
      en: 'Expected: a reason with its paragraph for each document left out. Without: no. {nummer}.',
    },
    remedy: { de: 'Grund und Paragraph wählen.', en: 'Choose reason and paragraph.' },
  },
  'akteneinsicht.notRedacted': {
    status: 409,
    message: {
      de: 'Zu Nr. {nummer} gibt es kein geschwärztes Dokument.',
      en: 'There is no redacted document of no. {nummer}.',
    },
    remedy: { de: 'Das Dokument zuerst schwärzen.', en: 'Redact the document first.' },
  },
  'akteneinsicht.noGround': {
    status: 422,
    message: {
      de: 'Erwartet: der Paragraph, nach dem Einsicht verlangt wird.',
      en: 'Expected: the paragraph on which the inspection is asked for.',
    },
    remedy: { de: 'Den Paragraphen eintragen.', en: 'Enter the paragraph.' },
  },
  'akteneinsicht.ended': {
    status: 409,
    message: { de: 'Diese Zusammenstellung läuft nicht mehr.', en: 'This package is no longer being made.' },
    remedy: { de: 'Die Liste neu laden.', en: 'Reload the list.' },
  },
  'akteneinsicht.notThere': {
    status: 409,
    message: {
      de: 'Das Paket ist nicht fertig oder seine Frist zum Herunterladen ist abgelaufen.',
      en: 'The package is not finished, or its time for downloading is over.',
    },
    remedy: { de: 'Es neu zusammenstellen.', en: 'Put it together anew.' },
  },
  'akteneinsicht.tooLarge': {
    status: 422,
    message: {
      de: 'Die Dokumente sind zusammen größer als 200 MB, oder das Zusammenstellen dauerte zu lange.',
      en: 'The documents together are larger than 200 MB, or putting them together took too long.',
    },
    remedy: { de: 'Die Einsicht je Vorgang zusammenstellen.', en: 'Put the inspection together case by case.' },
  },
} as const satisfies Record<string, RejectionText>;
