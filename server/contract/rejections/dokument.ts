import type { RejectionText } from '../rejections.js';

export const dokumentRejections = {
  'dokument.quarantined': {
    status: 422,
    message: {
      de: '„{name}“ wird nicht angenommen: {reason}',
      en: '“{name}” is not accepted: {reasonEn}',
    },
    remedy: {
      de: 'Die Datei beim Absender neu anfordern oder der Administration zeigen; sie liegt nirgends in den Akten.',
      en: 'Ask the sender for the file again or show it to the administration; it lies nowhere in the records.',
    },
  },
  'dokument.uploadUnknown': {
    status: 404,
    message: {
      de: 'Die hochgeladene Datei ist nicht mehr da: schon verwendet, verworfen, oder von jemand anderem.',
      en: 'The uploaded file is no longer there: used already, dropped, or somebody else’s.',
    },
    remedy: {
      de: 'Im Register nachsehen, ob sie schon abgelegt ist; sonst neu hochladen.',
      en: 'Look into the register whether it has been filed already; otherwise upload it again.',
    },
  },
  'dokument.notChangeable': {
    status: 409,
    message: {
      de: '„{betreff}“ lässt sich so nicht ändern. Gründe: {count}.',
      en: '“{betreff}” cannot be changed like this. Reasons: {count}.',
    },
    remedy: { de: 'Die Punkte der Liste erledigen.', en: 'Deal with the points of the list.' },
  },
  'dokument.final': {
    status: 409,
    message: {
      de: 'Erwartet: „{betreff}“ ist ein Entwurf. Gefunden: endgültig.',
      en: 'Expected: “{betreff}” is a draft. Found: final.',
    },
    remedy: {
      de: 'Ein neues Dokument hinzufügen, oder die Registratur um Rücknahme der Endfassung bitten.',
      en: 'Add a new document, or ask the records office to reset the final state.',
    },
  },
  'dokument.discardedDraft': {
    status: 409,
    message: {
      de: '„{betreff}“ ist mit seinem Ablauf verworfen worden.',
      en: '“{betreff}” was discarded together with its process.',
    },
    remedy: { de: 'Ein neues Dokument hinzufügen.', en: 'Add a new document.' },
  },
  'dokument.notInRegister': {
    status: 409,
    message: {
      de: '„{betreff}“ liegt nicht mehr im Register seines Vorgangs.',
      en: '“{betreff}” no longer lies in the register of its case.',
    },
    remedy: {
      de: 'Es unter „Dokumente“ wieder in einen Vorgang legen.',
      en: 'Put it back into a case under “Documents”.',
    },
  },
  'dokument.checkedOut': {
    status: 409,
    message: {
      de: '„{betreff}“ ist ausgecheckt: {person}, seit {since}.',
      en: '“{betreff}” is checked out: {person}, since {since}.',
    },
    remedy: {
      de: 'Einchecken lassen; Registratur und Leitung können das Dokument übernehmen.',
      en: 'Have it checked in; records office and head can take the document over.',
    },
  },
  'dokument.notCheckedOut': {
    status: 409,
    message: { de: '„{betreff}“ ist nicht ausgecheckt.', en: '“{betreff}” is not checked out.' },
    remedy: {
      de: 'Das Dokument auschecken, oder die Datei als neue Fassung hinzufügen; sie liegt unter „Dokumente“.',
      en: 'Check the document out, or add the file as a new version; it lies under “Documents”.',
    },
  },
  'dokument.yoursAlready': {
    status: 409,
    message: { de: '„{betreff}“ ist schon von Ihnen ausgecheckt.', en: '“{betreff}” is checked out by you already.' },
    remedy: { de: 'Einchecken oder das Auschecken abbrechen.', en: 'Check it in, or cancel the check-out.' },
  },
  'dokument.takenFromYou': {
    status: 409,
    message: {
      de: '„{betreff}“ hat {person} von Ihnen übernommen. Grund: {reason}',
      en: '{person} has taken “{betreff}” over from you. Reason: {reason}',
    },
    remedy: {
      de: 'Ihre Datei ist nicht verloren: Sie liegt unter „Dokumente“. Bitte sprechen Sie sich ab.',
      en: 'Your file is not lost: it lies under “Documents”. Please talk to each other.',
    },
  },
  'dokument.newerVersion': {
    status: 409,
    message: {
      de: '„{betreff}“ wurde als Fassung {base} ausgecheckt; inzwischen gibt es Fassung {nummer}.',
      en: '“{betreff}” was checked out as version {base}; meanwhile there is version {nummer}.',
    },
    remedy: {
      de: 'Beide Fassungen vergleichen; Ihre Datei liegt unter „Dokumente“.',
      en: 'Compare both versions; your file lies under “Documents”.',
    },
  },
  'dokument.notFinal': {
    status: 409,
    message: {
      de: 'Erwartet: „{betreff}“ ist endgültig. Gefunden: ein Entwurf.',
      en: 'Expected: “{betreff}” is final. Found: a draft.',
    },
    remedy: { de: 'Den Entwurf unmittelbar ändern.', en: 'Change the draft directly.' },
  },
  'dokument.sameVorgang': {
    status: 409,
    message: { de: '„{betreff}“ liegt schon in diesem Vorgang.', en: '“{betreff}” lies in this case already.' },
    remedy: { de: 'Einen anderen Vorgang wählen.', en: 'Choose another case.' },
  },
  'dokument.isAnlage': {
    status: 409,
    message: {
      de: '„{betreff}“ ist eine Anlage und bleibt bei ihrem Hauptdokument.',
      en: '“{betreff}” is an attachment and stays with its main document.',
    },
    remedy: {
      de: 'Das Hauptdokument wählen; die Anlagen gehen mit.',
      en: 'Choose the main document; its attachments come along.',
    },
  },
  'dokument.openAufgabe': {
    status: 409,
    message: {
      de: 'An „{betreff}“ hängt eine offene Aufgabe: {titel}.',
      en: 'An open task hangs on “{betreff}”: {titel}.',
    },
    remedy: { de: 'Die Aufgabe erledigen.', en: 'Complete the task.' },
  },
  'dokument.processRunning': {
    status: 409,
    message: {
      de: '„{betreff}“ gehört zum laufenden Ablauf „{process}“.',
      en: '“{betreff}” belongs to the running process “{process}”.',
    },
    remedy: { de: 'Den Ablauf zu Ende führen oder stornieren.', en: 'Finish or cancel the process.' },
  },
  'dokument.received': {
    status: 409,
    message: {
      de: '„{betreff}“ kam über den Posteingang und belegt, was wann eingegangen ist.',
      en: '“{betreff}” came through the intake desk and proves what arrived when.',
    },
    remedy: {
      de: 'Falsch Abgelegtes verschieben oder herausnehmen; vernichtet wird es nur durch Aussonderung.',
      en: 'Move or take out what is misfiled; it is destroyed by disposal only.',
    },
  },
  'dokument.signed': {
    status: 409,
    message: { de: '„{betreff}“ ist gezeichnet.', en: '“{betreff}” has been signed off.' },
    remedy: {
      de: 'Gezeichnetes bleibt in der Akte; vernichtet wird es nur durch Aussonderung.',
      en: 'What was signed off stays in the file; it is destroyed by disposal only.',
    },
  },
  'dokument.notInBin': {
    status: 409,
    message: { de: '„{betreff}“ liegt nicht im Papierkorb.', en: '“{betreff}” does not lie in the bin.' },
    remedy: { de: 'Die Liste neu laden.', en: 'Reload the list.' },
  },
  'dokument.readerAway': {
    status: 503,
    message: {
      de: 'Die Datei kann gerade nicht gelesen werden: Der Leseprozess startet nicht.',
      en: 'The file cannot be read right now: the reading process does not start.',
    },
    remedy: { de: 'Bitte in einer Minute wiederholen.', en: 'Please repeat in a minute.' },
  },
  'dokument.sameVersion': {
    status: 400,
    message: { de: 'Verglichen werden zwei verschiedene Fassungen.', en: 'Two different versions are compared.' },
    remedy: { de: 'Zwei Fassungen wählen.', en: 'Choose two versions.' },
  },
  'dokument.sameBytes': {
    status: 409,
    message: {
      de: 'Die Datei ist Byte für Byte dieselbe wie Fassung {nummer}.',
      en: 'The file is the same as version {nummer}, byte for byte.',
    },
    remedy: {
      de: 'Die geänderte Datei speichern und diese hochladen.',
      en: 'Save the changed file and upload that one.',
    },
  },
} satisfies Record<string, RejectionText>;
