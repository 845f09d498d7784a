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
  'posteingang.forwarded': {
    status: 409,
    message: {
      de: 'Der Eingang ist weitergegeben an {receiver}.',
      en: 'The item has been forwarded to {receiver}.',
    },
    remedy: {
      de: 'Zurückholen, solange er nicht angenommen ist, oder um Rückgabe bitten.',
      en: 'Recall it as long as it is not accepted, or ask for it to be sent back.',
    },
  },
  'posteingang.notAccepted': {
    status: 409,
    message: {
      de: 'Erwartet: Der Eingang ist angenommen. Gefunden: Er wartet noch auf Ihre Antwort.',
      en: 'Expected: the item is accepted. Found: it still waits for your answer.',
    },
    remedy: { de: 'Annehmen oder mit Grund zurückgeben.', en: 'Accept it, or send it back with a reason.' },
  },
  'posteingang.notOnDesk': {
    status: 409,
    message: {
      de: 'Erwartet: Der Eingang liegt am Tisch der Poststelle. Gefunden: Er ist angenommen ({receiver}).',
      en: 'Expected: the item lies at the intake desk. Found: it is accepted ({receiver}).',
    },
    remedy: { de: 'Ablegen oder mit Grund zurückgeben.', en: 'File it, or send it back with a reason.' },
  },
  'posteingang.notForwarded': {
    status: 409,
    message: { de: 'Der Eingang ist nicht weitergegeben.', en: 'The item has not been forwarded.' },
    remedy: { de: 'Die Liste ansehen: Er liegt wieder am Tisch.', en: 'Look at the list: it lies at the desk again.' },
  },
  'posteingang.alreadyAccepted': {
    status: 409,
    message: { de: 'Der Eingang ist schon angenommen.', en: 'The item is accepted already.' },
    remedy: { de: 'Ablegen oder mit Grund zurückgeben.', en: 'File it, or send it back with a reason.' },
  },
  'posteingang.accepted': {
    status: 409,
    message: {
      de: 'Der Eingang ist angenommen ({receiver}) und wird nicht mehr zurückgeholt.',
      en: 'The item is accepted ({receiver}) and is not recalled any more.',
    },
    remedy: { de: 'Um Rückgabe mit Grund bitten.', en: 'Ask for it to be sent back with a reason.' },
  },
  'posteingang.noReceiver': {
    status: 422,
    message: {
      de: 'Erwartet: eine Person oder Einheit, die ablegen darf. Gefunden: keine solche.',
      en: 'Expected: a person or unit that may file. Found: no such one.',
    },
    remedy: {
      de: 'Aus der Liste wählen; sie nennt, wer ablegen darf.',
      en: 'Choose from the list; it names those who may file.',
    },
  },
  'posteingang.receiptSent': {
    status: 409,
    message: { de: 'Die Eingangsbestätigung ist schon gesendet.', en: 'The receipt has already been sent.' },
    remedy: { de: 'Es ist nichts zu tun; sie liegt im Vorgang.', en: 'There is nothing to do; it lies in the case.' },
  },
  'posteingang.receiptOrdered': {
    status: 409,
    message: { de: 'Die Eingangsbestätigung ist schon beauftragt.', en: 'The receipt has already been ordered.' },
    remedy: { de: 'Erst anhalten, wenn sie nicht gehen soll.', en: 'Hold it back first if it shall not leave.' },
  },
  'posteingang.receiptNotOrdered': {
    status: 409,
    message: { de: 'Es ist keine Eingangsbestätigung beauftragt.', en: 'No receipt has been ordered.' },
    remedy: { de: 'Es ist nichts anzuhalten.', en: 'There is nothing to hold back.' },
  },
  'posteingang.receiptWaived': {
    status: 409,
    message: {
      de: 'Dass keine Bestätigung gesendet wird, ist schon festgehalten.',
      en: 'That no receipt is sent has been recorded already.',
    },
    remedy: { de: 'Sie lässt sich trotzdem noch senden.', en: 'It can still be sent.' },
  },
  'posteingang.receiptBeforeFiling': {
    status: 409,
    message: {
      de: 'Erwartet: Der Eingang ist abgelegt. Gefunden: Er hat noch kein Aktenzeichen, das die Bestätigung nennen könnte.',
      en: 'Expected: the item is filed. Found: it has no reference number yet that the receipt could name.',
    },
    remedy: {
      de: 'Zuerst ablegen, oder mit Grund keine Bestätigung senden.',
      en: 'File it first, or send no receipt and say why.',
    },
  },
  'posteingang.receiptAfterClosing': {
    status: 409,
    message: {
      de: 'Der Vorgang {aktenzeichen} ist nicht mehr offen und nimmt die Bestätigung nicht auf.',
      en: 'The case {aktenzeichen} is not open any more and takes no receipt.',
    },
    remedy: {
      de: 'Mit Grund keine Bestätigung senden, oder den Vorgang wieder öffnen lassen.',
      en: 'Send no receipt and say why, or have the case reopened.',
    },
  },
  'posteingang.receiptIncomplete': {
    status: 422,
    message: {
      de: 'Die Vorlage der Eingangsbestätigung verlangt Angaben, die es hier nicht gibt: {names}.',
      en: 'The template of the receipt asks for values that there are not: {names}.',
    },
    remedy: {
      de: 'Die Vorlage „eingangsbestaetigung“ berichtigen.',
      en: 'Correct the template “eingangsbestaetigung”.',
    },
  },
  'posteingang.linked': {
    status: 409,
    message: {
      de: 'Erwartet: Der Eingang liegt im Posteingang. Gefunden: Er ist als Dublette mit einem anderen verknüpft.',
      en: 'Expected: the item is on the intake desk. Found: it is linked to another one as its duplicate.',
    },
    remedy: { de: 'Zuerst die Verknüpfung lösen.', en: 'Undo the link first.' },
  },
  'posteingang.notLinked': {
    status: 409,
    message: {
      de: 'Der Eingang ist mit keinem anderen verknüpft.',
      en: 'The item is linked to no other one.',
    },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
  'posteingang.duplicateOfItself': {
    status: 422,
    message: {
      de: 'Erwartet: zwei verschiedene Eingänge. Gefunden: derselbe.',
      en: 'Expected: two different items. Found: the same one.',
    },
    remedy: { de: 'Den früheren Eingang wählen.', en: 'Choose the earlier item.' },
  },
  'posteingang.originalIsLinked': {
    status: 409,
    message: {
      de: 'Der andere Eingang ist selbst als Dublette verknüpft.',
      en: 'The other item is itself linked as a duplicate.',
    },
    remedy: { de: 'Mit dem Eingang verknüpfen, an dem jener hängt.', en: 'Link to the item that it is linked to.' },
  },
  'posteingang.originalNotRead': {
    status: 409,
    message: {
      de: 'Der andere Eingang wird noch geprüft oder steht in Quarantäne.',
      en: 'The other item is still being examined, or is in quarantine.',
    },
    remedy: {
      de: 'Die Prüfung abwarten oder diesen Eingang ablegen.',
      en: 'Wait for the examination, or file this item.',
    },
  },
  'posteingang.originalIsLater': {
    status: 409,
    message: {
      de: 'Erwartet: Der andere Eingang kam früher. Gefunden: Er kam später.',
      en: 'Expected: the other item came earlier. Found: it came later.',
    },
    remedy: { de: 'Den späteren mit dem früheren verknüpfen.', en: 'Link the later one to the earlier one.' },
  },
  'posteingang.hasLinked': {
    status: 409,
    message: {
      de: 'An diesem Eingang hängen selbst Dubletten ({count}).',
      en: 'This item has duplicates linked to it ({count}).',
    },
    remedy: { de: 'Zuerst deren Verknüpfung lösen.', en: 'Undo their links first.' },
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
