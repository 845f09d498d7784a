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
  'akte.openTeilvorgang': {
    status: 409,
    message: { de: 'Offener Teilvorgang: {aktenzeichen}.', en: 'Open sub-case: {aktenzeichen}.' },
    remedy: { de: 'Zuerst den Teilvorgang z. d. A. verfügen.', en: 'Close the sub-case first.' },
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
  'akte.receiptUnderway': {
    status: 409,
    message: {
      de: 'Eine Eingangsbestätigung ist beauftragt und noch nicht abgelegt.',
      en: 'A receipt has been ordered and is not filed yet.',
    },
    remedy: {
      de: 'Eine Minute warten, oder sie im Posteingang anhalten.',
      en: 'Wait a minute, or hold it back in the Posteingang.',
    },
  },
  'akte.ersuchenOpen': {
    status: 409,
    message: {
      de: 'Ein Ersuchen zwischen uns und „{other}“ ist nicht beantwortet.',
      en: 'A request between us and “{other}” has not been answered.',
    },
    remedy: {
      de: 'Im Vorgang unter „Ersuchen“ antworten, auf die Antwort warten oder es zurücknehmen.',
      en: 'In the case, under “Requests”: answer it, wait for the answer, or take it back.',
    },
  },
  'akte.laufwegRunning': {
    status: 409,
    message: {
      de: 'Ein Laufweg ist noch nicht zu Ende; offene Stationen: {stations}.',
      en: 'A circulation has not ended yet; open stations: {stations}.',
    },
    remedy: {
      de: 'Unter „Laufweg“ zu Ende bringen oder zurückholen.',
      en: 'Bring it to an end under “Circulation”, or call it back.',
    },
  },
  'akte.punktOpen': {
    status: 409,
    message: {
      de: 'Punkt {nummer} einer Verfügung ist offen – {punktDe}',
      en: 'Point {nummer} of an instruction is open – {punktEn}',
    },
    remedy: {
      de: 'Unter „Verfügungen“ erledigen lassen oder mit Grund aufheben.',
      en: 'Under “Instructions”: have it done, or strike it with a reason.',
    },
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
  'akte.tooDeep': {
    status: 409,
    message: {
      de: '{aktenzeichen} liegt schon so tief, dass darunter kein Vorgang mehr Platz hätte (fünf Stufen bis zum Dokument).',
      en: '{aktenzeichen} lies so deep that no case would fit below it (five levels down to the document).',
    },
    remedy: { de: 'Weiter oben anlegen.', en: 'Open it further up.' },
  },
  'akte.laufzeit': {
    status: 422,
    message: {
      de: 'Feld „Laufzeit“. Erwartet: Beginn nicht nach dem Ende und nicht in der Zukunft, ab 1800. Gefunden: {beginn} bis {ende}.',
      en: 'Field “Running time”. Expected: a beginning not after the end and not in the future, from 1800 on. Found: {beginn} to {ende}.',
    },
    remedy: { de: 'Die Tage berichtigen.', en: 'Correct the days.' },
  },
  'akte.standortMissing': {
    status: 422,
    message: {
      de: 'Feld „Standort“. Erwartet: wo der Papierteil liegt. Gefunden: nichts.',
      en: 'Field “Location”. Expected: where the paper part is. Found: nothing.',
    },
    remedy: { de: 'Den Standort eintragen.', en: 'Enter the location.' },
  },
  'akte.standortUseless': {
    status: 422,
    message: {
      de: 'Feld „Standort“. Erwartet: nichts, denn es gibt keinen Papierteil. Gefunden: „{standort}“.',
      en: 'Field “Location”. Expected: nothing, as there is no paper part. Found: “{standort}”.',
    },
    remedy: { de: 'Medium oder Standort berichtigen.', en: 'Correct the medium or the location.' },
  },
  'akte.verweisItself': {
    status: 422,
    message: { de: 'Ein Verweis auf sich selbst sagt nichts.', en: 'A reference to itself says nothing.' },
    remedy: { de: 'Ein anderes Aktenzeichen wählen.', en: 'Choose another reference number.' },
  },
  'akte.verweisTwice': {
    status: 409,
    message: { de: 'Diesen Verweis gibt es schon.', en: 'This reference exists already.' },
    remedy: { de: 'Nichts zu tun.', en: 'Nothing to do.' },
  },
  'akte.ruleRefused': {
    status: 422,
    message: {
      de: 'So lassen sich keine eindeutigen Aktenzeichen bilden. Punkte: {count}.',
      en: 'This makes no unambiguous reference numbers. Points: {count}.',
    },
    remedy: { de: 'Die genannten Punkte berichtigen.', en: 'Correct the points named.' },
  },
  'akte.ruleLiteral': {
    status: 422,
    message: {
      de: 'Teil „{part}“. Erwartet: zwischen den Platzhaltern Buchstaben, Ziffern und . / - _ Leerzeichen. Gefunden: andere Zeichen.',
      en: 'Part “{part}”. Expected: letters, digits and . / - _ spaces between the places. Found: other characters.',
    },
    remedy: { de: 'Die Zeichen entfernen.', en: 'Remove the characters.' },
  },
  'akte.rulePlace': {
    status: 422,
    message: {
      de: 'Teil „{part}“: Den Platzhalter {place} gibt es hier nicht, oder seine Breite ist nicht 1 bis 9.',
      en: 'Part “{part}”: there is no place {place} here, or its width is not 1 to 9.',
    },
    remedy: { de: 'Die Schreibweise prüfen, z. B. nummer:4.', en: 'Check the spelling, e.g. nummer:4.' },
  },
  'akte.ruleOnce': {
    status: 422,
    message: {
      de: 'Teil „{part}“. Erwartet: der Platzhalter {place} genau einmal.',
      en: 'Part “{part}”. Expected: the place {place} exactly once.',
    },
    remedy: { de: 'Den Platzhalter ergänzen oder entfernen.', en: 'Add or remove the place.' },
  },
  'akte.ruleBeginning': {
    status: 422,
    message: {
      de: 'Teil „{part}“. Erwartet: am Anfang das Aktenzeichen der Akte darüber.',
      en: 'Part “{part}”. Expected: the reference number of the file above at the beginning.',
    },
    remedy: { de: 'Mit dem Platzhalter akte beginnen.', en: 'Begin with the place akte.' },
  },
  'akte.ruleDivider': {
    status: 422,
    message: {
      de: 'Teil „{part}“: Zwischen zwei Platzhaltern muss ein Zeichen stehen, das keine Ziffer ist.',
      en: 'Part “{part}”: between two places there must be a character that is no digit.',
    },
    remedy: { de: 'Ein Trennzeichen einfügen, z. B. - oder /.', en: 'Insert a divider, e.g. - or /.' },
  },
  'akte.nothingToRetry': {
    status: 409,
    message: {
      de: 'Erwartet: eine Abschlussarbeit von {aktenzeichen} ist gescheitert. Gefunden: keine.',
      en: 'Expected: some closing work of {aktenzeichen} has failed. Found: none.',
    },
    remedy: {
      de: 'Nichts zu tun: Alles ist fertig oder läuft noch.',
      en: 'Nothing to do: everything is done or still running.',
    },
  },
  'akte.pdfUnderWay': {
    status: 409,
    message: {
      de: 'Dieses PDF wird für Sie gerade schon zusammengestellt.',
      en: 'This PDF is being put together for you already.',
    },
    remedy: { de: 'Warten, oder das laufende zuerst abbrechen.', en: 'Wait, or abort the running one first.' },
  },
  'akte.pdfOver': {
    status: 409,
    message: {
      de: 'Erwartet: Das PDF wird noch zusammengestellt. Gefunden: Es ist fertig, gescheitert oder abgebrochen.',
      en: 'Expected: the PDF is still being put together. Found: it is ready, failed or aborted.',
    },
    remedy: { de: 'Die Anzeige neu laden.', en: 'Load the page again.' },
  },
  'akte.pdfInputTooLarge': {
    status: 413,
    message: {
      de: 'Erwartet: Dateien von zusammen höchstens {limit} MB. Gefunden: {found} MB.',
      en: 'Expected: files of at most {limit} MB together. Found: {found} MB.',
    },
    remedy: {
      de: 'Die Vorgänge einzeln als PDF ausgeben, oder die Akte als ZIP.',
      en: 'Give the cases out as PDF one by one, or the file as ZIP.',
    },
  },
  'akte.pdfNotComposed': {
    status: 422,
    message: {
      de: 'Das PDF ließ sich nicht zusammenstellen: Eine Datei braucht zu viel Zeit oder Arbeitsspeicher.',
      en: 'The PDF could not be put together: some file needs too much time or memory.',
    },
    remedy: {
      de: 'Die Vorgänge einzeln als PDF ausgeben, um die Datei zu finden; die Originale sind unverändert.',
      en: 'Give the cases out as PDF one by one to find the file; the originals are unchanged.',
    },
  },
  'akte.pdfWorkerAway': {
    status: 503,
    message: {
      de: 'Der Teil des Servers, der PDF-Dateien zusammenstellt, startet gerade nicht.',
      en: 'The part of the server that puts PDFs together does not start at the moment.',
    },
    remedy: { de: 'Er versucht es von selbst wieder.', en: 'It tries again by itself.' },
  },
} satisfies Record<string, RejectionText>;
