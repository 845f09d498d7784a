import type { RejectionText } from '../rejections.js';

export const protokollRejections = {
  'protokoll.noKey': {
    status: 409,
    message: {
      de: 'Erwartet: ein Schlüssel, der abgelöst wird. Gefunden: noch keiner.',
      en: 'Expected: a key to replace. Found: none yet.',
    },
    remedy: {
      de: 'Zuerst einen Prüfpunkt setzen; dabei entsteht der erste Schlüssel.',
      en: 'Take a checkpoint first; that makes the first key.',
    },
  },
  'protokoll.noCheckpoint': {
    status: 409,
    message: {
      de: 'Erwartet: ein Prüfpunkt, gegen den bewiesen wird. Gefunden: keiner zu diesem Stand.',
      en: 'Expected: a checkpoint to prove against. Found: none of this state.',
    },
    remedy: { de: 'Einen Prüfpunkt setzen und wiederholen.', en: 'Take a checkpoint and repeat.' },
  },
  'protokoll.broken': {
    status: 409,
    message: {
      de: 'Das Protokoll passt nicht zu seinem letzten Prüfpunkt; es kann nichts bewiesen werden.',
      en: 'The audit trail does not fit its last checkpoint; nothing can be proved.',
    },
    remedy: {
      de: 'Sofort die Administration verständigen; „npm run protokoll:verify“ nennt die erste falsche Zeile.',
      en: 'Inform the administration at once; "npm run protokoll:verify" names the first wrong row.',
    },
  },
  'protokoll.notErasable': {
    status: 409,
    message: {
      de: 'Diese Auswahl lässt sich so nicht löschen; es wurde nichts gelöscht.',
      en: 'This selection cannot be erased; nothing was erased.',
    },
    remedy: { de: 'Die genannten Zeilen aus der Auswahl nehmen.', en: 'Take the rows named out of the selection.' },
  },
  'protokoll.underSperre': {
    status: 409,
    message: {
      de: 'Erwartet: keine Sperre auf der Akte und allem in ihr. Gefunden: eine seit {since}.',
      en: 'Expected: no legal hold on the file and everything in it. Found: one since {since}.',
    },
    remedy: {
      de: 'Warten, bis die Sperre mit Grund aufgehoben ist; bis dahin bleibt auch das Protokoll vollständig.',
      en: 'Wait until the legal hold is lifted with a reason; until then the audit trail stays complete, too.',
    },
  },
  'protokoll.notOfAkte': {
    status: 409,
    message: {
      de: 'Erwartet: Zeilen dieser Akte. Gefunden: {rows}.',
      en: 'Expected: rows of this file. Found: {rows}.',
    },
    remedy: { de: 'Nur Zeilen wählen, die auf der Seite der Akte stehen.', en: 'Choose rows on the page of the file.' },
  },
  'protokoll.alreadyErased': {
    status: 409,
    message: {
      de: 'Erwartet: Zeilen mit Inhalt. Gefunden: schon gelöscht sind {rows}.',
      en: 'Expected: rows with content. Found: already erased are {rows}.',
    },
    remedy: { de: 'Die Seite neu laden.', en: 'Reload the page.' },
  },
  'protokoll.reasonStays': {
    status: 409,
    message: {
      de: 'Erwartet: Zeilen, deren Inhalt gelöscht werden darf. Gefunden: {rows} begründen eine Löschung.',
      en: 'Expected: rows whose content may be erased. Found: {rows} give the reason of an erasure.',
    },
    remedy: {
      de: 'Die Begründung bleibt stehen; sie soll keine Personen nennen.',
      en: 'The reason stays; it should name no people.',
    },
  },
} satisfies Record<string, RejectionText>;
