import type { RejectionText } from '../rejections.js';

export const akteRejections = {
  'akte.closed': {
    status: 409,
    message: {
      de: 'Erwartet: Der Vorgang ist offen. Gefunden: z. d. A. seit {since}.',
      en: 'Expected: the case is open. Found: closed since {since}.',
    },
    remedy: {
      de: 'Den Vorgang durch die Registratur wieder öffnen lassen.',
      en: 'Have the records office reopen the case.',
    },
  },
  'akte.notClosed': {
    status: 409,
    message: {
      de: 'Der Vorgang {aktenzeichen} ist offen; es gibt nichts wieder zu öffnen.',
      en: 'The case {aktenzeichen} is open; there is nothing to reopen.',
    },
    remedy: { de: 'Im offenen Vorgang weiterarbeiten.', en: 'Go on working in the open case.' },
  },
  'akte.handedOver': {
    status: 409,
    message: {
      de: 'Der Vorgang {aktenzeichen} ist an das Archiv abgegeben.',
      en: 'The case {aktenzeichen} has been handed over to the archive.',
    },
    remedy: {
      de: 'Einen neuen Vorgang in der Akte anlegen; Einsicht gibt das Archiv.',
      en: 'Open a new case in the file; the archive gives access to the old one.',
    },
  },
  'akte.notClosable': {
    status: 409,
    message: {
      de: 'Der Vorgang kann noch nicht z. d. A. gehen. Offene Punkte: {count}.',
      en: 'The case cannot be closed yet. Open points: {count}.',
    },
    remedy: { de: 'Die Punkte der Liste erledigen.', en: 'Deal with the points of the list.' },
  },
  'akte.empty': {
    status: 409,
    message: { de: 'Der Vorgang enthält kein Dokument.', en: 'The case holds no document.' },
    remedy: { de: 'Ein Dokument ablegen.', en: 'File a document.' },
  },
  'akte.openAufgabe': {
    status: 409,
    message: { de: 'Offene Aufgabe: {titel}.', en: 'Open task: {titel}.' },
    remedy: { de: 'Die Aufgabe erledigen.', en: 'Complete the task.' },
  },
  'akte.processRunning': {
    status: 409,
    message: { de: 'Der Ablauf „{process}“ läuft noch.', en: 'The process “{process}” is still running.' },
    remedy: { de: 'Den Ablauf zu Ende führen oder stornieren.', en: 'Finish or cancel the process.' },
  },
  'akte.processStarting': {
    status: 409,
    message: { de: 'Ein Ablauf beginnt gerade.', en: 'A process is about to start.' },
    remedy: { de: 'Einen Augenblick warten und neu laden.', en: 'Wait a moment and reload.' },
  },
  'akte.undatedDokument': {
    status: 409,
    message: { de: 'Dokument ohne Datum: {dokument}.', en: 'Document without a date: {dokument}.' },
    remedy: { de: 'Das Datum des Schreibens eintragen.', en: 'Enter the date of the letter.' },
  },
  'akte.draft': {
    status: 409,
    message: { de: 'Entwurf, noch nicht endgültig: {dokument}.', en: 'Draft, not final yet: {dokument}.' },
    remedy: {
      de: 'Den Entwurf abschließen, zeichnen lassen oder in den Papierkorb legen; der eines Ablaufs geht mit dessen Storno.',
      en: 'Make the draft final, have it signed, or put it into the bin; that of a process goes with its cancellation.',
    },
  },
  'akte.sourceUnknown': {
    status: 422,
    message: {
      de: 'Abzulegen ist {source}. Das gibt es hier nicht, oder es ist nicht geprüft.',
      en: 'To be filed: {source}. It is not here, or has not been examined.',
    },
    remedy: {
      de: 'Die Angaben des Arbeitsschritts im Modell berichtigen, oder die Sendung im Posteingang klären.',
      en: 'Correct what the step of the model says, or clear the item at the intake desk.',
    },
  },
  'akte.bytesDamaged': {
    status: 500,
    message: {
      de: 'Die Bytes des Dokuments sind nicht unversehrt ({state}).',
      en: 'The bytes of the document are not intact ({state}).',
    },
    remedy: {
      de: 'Die Datei aus der Sicherung zurückholen und den Schritt wiederholen.',
      en: 'Restore the file from the backup and repeat the step.',
    },
  },
} satisfies Record<string, RejectionText>;
