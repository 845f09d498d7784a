import type { RejectionText } from '../rejections.js';

export const weitergabeRejections = {
  'weitergabe.refused': {
    status: 409,
    message: {
      de: 'Die Akte kann so nicht weitergegeben werden: {count} Gründe stehen entgegen.',
      en: 'The file cannot be handed over like this: {count} reasons stand against it.',
    },
    remedy: { de: 'Die Gründe einzeln ausräumen.', en: 'Deal with each of the reasons.' },
  },
  'weitergabe.openVorgang': {
    status: 409,
    message: {
      de: 'Erwartet: alle Vorgänge der Akte sind z. d. A. Gefunden: {aktenzeichen} ist offen.',
      en: 'Expected: all cases of the file are closed. Found: {aktenzeichen} is open.',
    },
    remedy: {
      de: 'Den Vorgang z. d. A. verfügen, oder eine Kopie weitergeben.',
      en: 'Close the case, or hand over a copy.',
    },
  },
  'weitergabe.openAufgabe': {
    status: 409,
    message: {
      de: 'Erwartet: in der Akte ist nichts mehr zu tun. Gefunden: {count} offene Aufgaben.',
      en: 'Expected: nothing is left to do in the file. Found: {count} open tasks.',
    },
    remedy: {
      de: 'Die Aufgaben erledigen, oder eine Kopie weitergeben.',
      en: 'Complete the tasks, or hand over a copy.',
    },
  },
  'weitergabe.closingRuns': {
    status: 409,
    message: {
      de: 'Erwartet: Was auf z. d. A. folgt, ist abgelegt. Gefunden: {count} Arbeiten laufen noch.',
      en: 'Expected: what follows closing has been filed. Found: {count} pieces of work still run.',
    },
    remedy: {
      de: 'Kurz warten; der Stand steht am Vorgang.',
      en: 'Wait a moment; the case shows how far it is.',
    },
  },
  'weitergabe.underSperre': {
    status: 409,
    message: {
      de: 'Auf der Akte liegt eine Sperre ({reason}). Wer sie gesetzt hat, muss wissen, wo die Akte ist: Die Zuständigkeit bleibt hier.',
      en: 'The file is under a legal hold ({reason}). Whoever set it must know where the file is: the responsibility stays here.',
    },
    remedy: {
      de: 'Die Sperre aufheben lassen, oder eine Kopie weitergeben.',
      en: 'Have the hold lifted, or hand over a copy.',
    },
  },
  'weitergabe.notWhole': {
    status: 409,
    message: {
      de: 'Erwartet: Mit der Zuständigkeit geht die ganze Akte. Gefunden: Nicht jedes Dokument darin ginge mit.',
      en: 'Expected: the whole file goes with the responsibility. Found: not every document in it would go.',
    },
    remedy: {
      de: 'Alle Dokumente wählen und freigeben lassen, wer alle sehen darf; oder eine Kopie weitergeben.',
      en: 'Choose all documents and let somebody do it who may see all of them; or hand over a copy.',
    },
  },
  'weitergabe.nothing': {
    status: 422,
    message: {
      de: 'Erwartet: mindestens ein Dokument. Gefunden: Keines geht mit.',
      en: 'Expected: at least one document. Found: none would go.',
    },
    remedy: { de: 'Ein Dokument wählen, das mitgehen darf.', en: 'Choose a document that may go.' },
  },
  'weitergabe.unknownDokument': {
    status: 409,
    message: {
      de: 'Gefunden: {count} gewählte Dokumente liegen nicht (mehr) in dieser Akte.',
      en: 'Found: {count} chosen documents are not (any more) in this file.',
    },
    remedy: { de: 'Die Liste neu laden und neu wählen.', en: 'Reload the list and choose anew.' },
  },
  'weitergabe.notInRegister': {
    status: 409,
    message: {
      de: '„{betreff}“ liegt im Papierkorb oder ist aus seinem Vorgang genommen.',
      en: '“{betreff}” is in the bin or has been taken out of its case.',
    },
    remedy: {
      de: 'Das Dokument zurückholen, oder ohne es weitergeben.',
      en: 'Restore the document, or hand over without it.',
    },
  },
  'weitergabe.checkedOut': {
    status: 409,
    message: {
      de: '„{betreff}“ hat {person} gerade in Bearbeitung.',
      en: '“{betreff}” is being edited by {person}.',
    },
    remedy: {
      de: 'Warten, bis es zurückgegeben ist, oder ohne es weitergeben.',
      en: 'Wait until it is checked in, or hand over without it.',
    },
  },
  'weitergabe.draft': {
    status: 409,
    message: {
      de: '„{betreff}“ ist ein Entwurf; woanders sähe er aus wie ein gültiges Dokument.',
      en: '“{betreff}” is a draft; elsewhere it would look like a valid document.',
    },
    remedy: {
      de: 'Das Dokument fertigstellen, oder ohne es weitergeben.',
      en: 'Finish the document, or hand over without it.',
    },
  },
  'weitergabe.tooConfidential': {
    status: 409,
    message: {
      de: '„{betreff}“ ist als „{stufe}“ eingestuft und geht nicht über einen Link.',
      en: '“{betreff}” is classified as “{stufeEn}” and does not go by a link.',
    },
    remedy: {
      de: 'Auf dem Weg übergeben, der für diese Stufe zugelassen ist, oder die Einstufung prüfen lassen.',
      en: 'Hand it over in the way that is allowed for this level, or have the level examined.',
    },
  },
  'weitergabe.tooMuch': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens {dokumente} Dokumente mit zusammen {gigabytes} GB. Gefunden: {found}.',
      en: 'Expected: at most {dokumente} documents with {gigabytes} GB together. Found: {found}.',
    },
    remedy: { de: 'In mehreren Teilen weitergeben.', en: 'Hand over in several parts.' },
  },
  'weitergabe.onlyWholeAkte': {
    status: 409,
    message: {
      de: 'Die Zuständigkeit geht für eine ganze Akte über, nicht für die Teilakte {aktenzeichen}.',
      en: 'Responsibility moves for a whole file, not for the part file {aktenzeichen}.',
    },
    remedy: {
      de: 'Die Akte darüber weitergeben, oder von der Teilakte eine Kopie.',
      en: 'Hand over the file above it, or a copy of the part file.',
    },
  },
  'weitergabe.onItsWay': {
    status: 409,
    message: {
      de: 'Die Akte ist auf dem Weg zu „{recipient}“ und ändert sich bis dahin nicht.',
      en: 'The file is on its way to “{recipient}” and does not change until then.',
    },
    remedy: {
      de: 'Die Weitergabe zurückziehen, wenn hier weitergearbeitet werden soll.',
      en: 'Withdraw the handing over if work is to go on here.',
    },
  },
  'weitergabe.given': {
    status: 409,
    message: {
      de: 'Für diese Akte ist seit {since} „{recipient}“ zuständig; hier wird sie nur noch aufbewahrt.',
      en: 'Since {since} “{recipient}” is responsible for this file; here it is only kept.',
    },
    remedy: {
      de: 'Sich an die zuständige Behörde wenden.',
      en: 'Turn to the authority that is responsible.',
    },
  },
  'weitergabe.unknownMandant': {
    status: 422,
    message: {
      de: 'Erwartet: ein anderer Mandant dieser Installation, der in Betrieb ist.',
      en: 'Expected: another tenant of this installation that is in operation.',
    },
    remedy: { de: 'Die Liste neu laden und neu wählen.', en: 'Reload the list and choose anew.' },
  },
  'weitergabe.tokenTaken': {
    status: 409,
    message: { de: 'Diesen Link gibt es schon.', en: 'This link exists already.' },
    remedy: { de: 'Die Seite einen neuen machen lassen.', en: 'Let the page make a new one.' },
  },
  'weitergabe.samePerson': {
    status: 403,
    message: {
      de: 'Erwartet: Eine zweite Person gibt die Zuständigkeit aus der Hand. Gefunden: Sie haben die Weitergabe selbst beantragt.',
      en: 'Expected: a second person lets the responsibility go. Found: you have asked for it yourself.',
    },
    remedy: { de: 'Eine andere Leitung darum bitten.', en: 'Ask another head of unit.' },
  },
  'weitergabe.otherState': {
    status: 409,
    message: {
      de: 'Erwartet: {expectedDe}. Gefunden: Die Weitergabe ist „{foundDe}“.',
      en: 'Expected: {expectedEn}. Found: it is “{foundEn}”.',
    },
    remedy: { de: 'Die Liste neu laden.', en: 'Reload the list.' },
  },
  'weitergabe.noLink': {
    status: 409,
    message: {
      de: 'Diese Weitergabe geht an einen Mandanten und hat keinen Link.',
      en: 'This goes to a tenant and has no link.',
    },
    remedy: { de: 'Auf die Antwort des Mandanten warten.', en: 'Wait for the answer of the tenant.' },
  },
  'weitergabe.onlyCopy': {
    status: 409,
    message: {
      de: 'Dies ist eine Kopie; eine Zuständigkeit geht mit ihr nicht über.',
      en: 'This is a copy; no responsibility moves with it.',
    },
    remedy: { de: 'Nichts weiter tun.', en: 'Nothing is left to do.' },
  },
  'weitergabe.notPickedUp': {
    status: 409,
    message: {
      de: 'Erwartet: Der Empfänger hat das Paket abgeholt. Gefunden: Es wurde noch nie heruntergeladen.',
      en: 'Expected: the recipient has fetched the package. Found: it has never been downloaded.',
    },
    remedy: {
      de: 'Link und Code auf getrennten Wegen mitteilen und die Bestätigung abwarten.',
      en: 'Tell link and code on separate ways and wait for the confirmation.',
    },
  },
  'weitergabe.pickupInvalid': {
    status: 403,
    message: {
      de: 'Link und Code passen nicht zusammen, oder es kann nichts (mehr) abgeholt werden.',
      en: 'Link and code do not fit, or there is nothing (any more) to be fetched.',
    },
    remedy: {
      de: 'Beides genau abschreiben; sonst bei der Behörde nachfragen, die den Link geschickt hat.',
      en: 'Copy both exactly; otherwise ask the authority that sent the link.',
    },
  },
  'weitergabe.tooManyAttempts': {
    status: 429,
    message: {
      de: 'Zu viele Versuche mit falschem Code.',
      en: 'Too many attempts with a wrong code.',
    },
    remedy: { de: 'In {minutes} Minuten noch einmal versuchen.', en: 'Try again in {minutes} minutes.' },
  },
  'weitergabe.angebotEnded': {
    status: 409,
    message: {
      de: 'Erwartet: ein offenes Angebot. Gefunden: Es ist beantwortet, zurückgezogen oder abgelaufen.',
      en: 'Expected: an open offer. Found: it is answered, withdrawn or expired.',
    },
    remedy: {
      de: 'Die Liste neu laden; sonst die andere Behörde um ein neues Angebot bitten.',
      en: 'Reload the list; otherwise ask the other authority for a new offer.',
    },
  },
  'weitergabe.notGiven': {
    status: 409,
    message: {
      de: 'Der andere Mandant gibt die Akte gerade nicht aus der Hand: Sie ist zurückgezogen, abgelaufen oder unter einer Sperre.',
      en: 'The other tenant does not let the file go just now: it is withdrawn, expired or under a legal hold.',
    },
    remedy: { de: 'Dort nachfragen und noch einmal annehmen.', en: 'Ask there and accept once more.' },
  },
  'weitergabe.notReadable': {
    status: 409,
    message: {
      de: 'Das Paket ließ sich nicht übernehmen: Eine Datei darin wird hier nicht angenommen, oder die Stelle im Aktenplan nimmt keine Akten mehr.',
      en: 'The package could not be taken over: a file in it is not accepted here, or the position takes no files any more.',
    },
    remedy: {
      de: 'Eine andere Stelle wählen und noch einmal annehmen, oder mit Grund ablehnen.',
      en: 'Choose another position and accept once more, or refuse with a reason.',
    },
  },
  'weitergabe.packageLost': {
    status: 409,
    message: {
      de: 'Das Paket konnte nicht zusammengestellt werden: Ein Dokument darin wurde inzwischen vernichtet.',
      en: 'The package could not be put together: a document in it has been destroyed meanwhile.',
    },
    remedy: { de: 'Neu weitergeben, ohne dieses Dokument.', en: 'Hand over anew, without that document.' },
  },
} as const satisfies Record<string, RejectionText>;
