import type { RejectionText } from '../rejections.js';

export const posteingangRejections = {
  'posteingang.alreadyAssigned': {
    status: 409,
    message: {
      de: 'Erwartet: Der Eingang liegt im Posteingang. Gefunden: Er ist schon abgelegt.',
      en: 'Expected: the item is on the intake desk. Found: it has already been filed.',
    },
    remedy: { de: 'Den Vorgang in der Akte öffnen.', en: 'Open the case in its file.' },
  },
  'posteingang.notExamined': {
    status: 409,
    message: { de: 'Der Eingang wird noch geprüft.', en: 'The item is still being examined.' },
    remedy: { de: 'Einen Augenblick warten; die Ansicht erneuert sich.', en: 'Wait a moment; the view renews itself.' },
  },
  'posteingang.examinationUnavailable': {
    status: 503,
    message: {
      de: 'Die Prüfung der Eingänge läuft gerade nicht; die Datei ist sicher abgelegt.',
      en: 'The examination of incoming items is not running at the moment; the file is safely stored.',
    },
    remedy: {
      de: 'Es ist nichts zu tun: Die Prüfung wird von selbst wiederholt.',
      en: 'There is nothing to do: the examination repeats by itself.',
    },
  },
  'posteingang.quarantined': {
    status: 409,
    message: {
      de: 'Der Eingang steht in Quarantäne und wird nicht geöffnet.',
      en: 'The item is in quarantine and is not opened.',
    },
    remedy: {
      de: 'Den Grund lesen und beim Absender eine saubere Datei anfordern.',
      en: 'Read the reason and ask the sender for a clean file.',
    },
  },
  'posteingang.notSetAside': {
    status: 409,
    message: { de: 'Der Eingang liegt nicht in der Klärung.', en: 'The item is not set aside.' },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
  'posteingang.noSuchProcess': {
    status: 422,
    message: {
      de: 'Der Ablauf „{process}“ ist nicht in Kraft oder beginnt nicht mit einem Eingang.',
      en: 'The process “{process}” is not deployed or does not start with an incoming item.',
    },
    remedy: { de: 'Einen anderen Ablauf wählen.', en: 'Choose another process.' },
  },
  'rechnung.nothingToStorno': {
    status: 409,
    message: {
      de: 'In diesem Vorgang läuft keine Rechnungsfreigabe.',
      en: 'No invoice approval is running in this case.',
    },
    remedy: { de: 'Es ist nichts zu stornieren.', en: 'There is nothing to cancel.' },
  },
} satisfies Record<string, RejectionText>;
