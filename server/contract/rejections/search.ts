import type { RejectionText } from '../rejections.js';

export const searchRejections = {
  'search.tooLong': {
    status: 400,
    message: {
      de: 'Erwartet: eine Suche aus höchstens 32 Begriffen und {most} Zeichen. Gefunden: eine längere.',
      en: 'Expected: a search of at most 32 terms and {most} characters. Found: a longer one.',
    },
    remedy: {
      de: 'Mit wenigen kennzeichnenden Wörtern suchen.',
      en: 'Search with a few telling words.',
    },
  },
  'search.filter': {
    status: 400,
    message: {
      de: 'Der Filter „{name}:{value}“ ist nicht lesbar. Erwartet: {expected}.',
      en: 'The filter “{name}:{value}” cannot be read. Expected: {expectedEn}.',
    },
    remedy: { de: 'Den Wert berichtigen oder den Filter entfernen.', en: 'Correct the value or remove the filter.' },
  },
  'search.onlyExcluded': {
    status: 400,
    message: {
      de: 'Die Suche schließt nur aus; gesucht wird damit nichts.',
      en: 'The search only excludes; it asks for nothing.',
    },
    remedy: { de: 'Wenigstens ein Wort ohne Minus angeben.', en: 'Give at least one word without a minus.' },
  },
  'search.nameTaken': {
    status: 409,
    message: {
      de: 'Eine eigene Suche mit dem Namen „{name}“ gibt es schon.',
      en: 'You already have a search named “{name}”.',
    },
    remedy: { de: 'Einen anderen Namen wählen.', en: 'Choose another name.' },
  },
  'search.readerUnavailable': {
    status: 503,
    message: {
      de: 'Der Text konnte gerade nicht gelesen werden: kein Prozess dafür ließ sich starten.',
      en: 'The text could not be read just now: no process for it could be started.',
    },
    remedy: {
      de: 'Nichts tun, es wird erneut versucht; bei Wiederholung Speicher und Platten des Servers prüfen.',
      en: 'Nothing; it is tried again. If it repeats, check memory and disks of the server.',
    },
  },
} satisfies Record<string, RejectionText>;
