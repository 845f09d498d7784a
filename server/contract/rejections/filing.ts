import type { RejectionText } from '../rejections.js';

/** What may stand against filing without a look, and against taking a filing back. */
export const filingRejections = {
  'posteingang.notFiled': {
    status: 409,
    message: {
      de: 'Erwartet: Der Eingang ist abgelegt. Gefunden: Er liegt nicht in einem Vorgang.',
      en: 'Expected: the item is filed. Found: it lies in no case.',
    },
    remedy: { de: 'Es ist nichts zurückzunehmen.', en: 'There is nothing to take back.' },
  },
  'posteingang.filedAnew': {
    status: 409,
    message: {
      de: 'Der Eingang ist seit diesem Stapel neu abgelegt.',
      en: 'The item has been filed anew since this batch.',
    },
    remedy: {
      de: 'Das neue Ablegen einzeln zurücknehmen, wenn es falsch ist.',
      en: 'Take the new filing back by itself if it is wrong.',
    },
  },
  'posteingang.dokumentUsed': {
    status: 409,
    message: {
      de: 'Mit „{betreff}“ wurde seit dem Ablegen gearbeitet.',
      en: 'Something has been done with “{betreff}” since it was filed.',
    },
    remedy: {
      de: 'Falsch Abgelegtes in der Akte verschieben.',
      en: 'Move what was misfiled within the files.',
    },
  },
  'posteingang.aufgabeUsed': {
    status: 409,
    message: {
      de: 'Die Aufgabe „{titel}“ ist schon angefangen oder erledigt.',
      en: 'The task “{titel}” has been begun or completed.',
    },
    remedy: {
      de: 'Falsch Abgelegtes in der Akte verschieben.',
      en: 'Move what was misfiled within the files.',
    },
  },
  'posteingang.processUnderway': {
    status: 409,
    message: {
      de: 'Der Ablauf zu diesem Eingang wartet darauf, dass ein anderer im Vorgang endet.',
      en: 'The process for this item waits for another one in the case to end.',
    },
    remedy: {
      de: 'Zurücknehmen, sobald er begonnen hat, oder das Dokument in der Akte verschieben.',
      en: 'Take it back as soon as it has begun, or move the document within the files.',
    },
  },
  'posteingang.processWentOn': {
    status: 409,
    message: {
      de: 'Der Ablauf zu diesem Eingang ist schon weiter.',
      en: 'The process for this item has already gone on.',
    },
    remedy: {
      de: 'Den Ablauf im Vorgang stornieren oder zu Ende führen.',
      en: 'Cancel the process in the case, or bring it to its end.',
    },
  },
  'posteingang.notCertain': {
    status: 409,
    message: {
      de: 'Erwartet: Der erste Vorschlag ist sicher. Gefunden: Er ist es nicht (mehr).',
      en: 'Expected: the first proposal is certain. Found: it is not, or not any more.',
    },
    remedy: { de: 'Den Eingang einzeln ansehen und ablegen.', en: 'Look at the item by itself and file it.' },
  },
  'posteingang.otherPlace': {
    status: 409,
    message: {
      de: 'Der sichere Vorschlag ist jetzt ein anderer als in der Liste: {aktenzeichen}.',
      en: 'The certain proposal is now another one than in the list: {aktenzeichen}.',
    },
    remedy: { de: 'Den Eingang einzeln ansehen und ablegen.', en: 'Look at the item by itself and file it.' },
  },
  'posteingang.maybeDuplicate': {
    status: 409,
    message: {
      de: 'Der Eingang ist vielleicht eine Dublette.',
      en: 'The item may be a duplicate.',
    },
    remedy: {
      de: 'Einzeln vergleichen, dann verknüpfen oder ablegen.',
      en: 'Compare it by itself, then link or file it.',
    },
  },
  'posteingang.inKlaerung': {
    status: 409,
    message: { de: 'Der Eingang liegt in der Klärung.', en: 'The item is set aside for clarification.' },
    remedy: { de: 'Erst klären, dann einzeln ablegen.', en: 'Clarify it first, then file it by itself.' },
  },
} satisfies Record<string, RejectionText>;
