import type { RejectionText } from '../rejections.js';

export const aufgabeRejections = {
  'aufgabe.alreadyDone': {
    status: 409,
    message: {
      de: 'Erwartet: Die Aufgabe ist offen. Gefunden: Sie ist schon erledigt.',
      en: 'Expected: the task is open. Found: it has already been completed.',
    },
    remedy: {
      de: 'Wer es war, steht im Verlauf des Vorgangs. Ihre Eingaben wurden nicht gebraucht.',
      en: 'The history of the case says who did it. Your input was not needed.',
    },
  },
  'aufgabe.withdrawn': {
    status: 409,
    message: {
      de: 'Erwartet: Die Aufgabe ist offen. Gefunden: Sie ist entfallen, weil der Ablauf beendet wurde.',
      en: 'Expected: the task is open. Found: it was withdrawn because the process ended.',
    },
    remedy: { de: 'Es ist nichts mehr zu tun.', en: 'There is nothing left to do.' },
  },
  'aufgabe.notYours': {
    status: 403,
    message: {
      de: 'Diese Aufgabe liegt bei jemand anderem.',
      en: 'This task is with somebody else.',
    },
    remedy: {
      de: 'Bitten Sie die zuständige Person, sie Ihnen weiterzugeben.',
      en: 'Ask the person in charge to hand it over to you.',
    },
  },
  'aufgabe.nobody': {
    status: 409,
    message: {
      de: 'Für den Schritt „{schritt}“ ist weder eine Person noch eine Rolle genannt.',
      en: 'Neither a person nor a role is named for the step “{schritt}”.',
    },
    remedy: { de: 'Das Modell im Modeler berichtigen.', en: 'Correct the model in the modeler.' },
  },
  'aufgabe.wrongRecipient': {
    status: 409,
    message: {
      de: '{name} kann diese Aufgabe nicht übernehmen: Die Rolle dafür fehlt.',
      en: '{name} cannot take this task: the role for it is missing.',
    },
    remedy: { de: 'Eine Person aus der Vorschlagsliste wählen.', en: 'Choose a person from the list.' },
  },
  'aufgabe.noGroup': {
    status: 409,
    message: {
      de: 'Erwartet: eine Aufgabe mit einer Gruppe. Gefunden: Sie war nur für diese eine Person.',
      en: 'Expected: a task with a group. Found: it was for this one person only.',
    },
    remedy: { de: 'Eine Person wählen, die sie übernimmt.', en: 'Choose a person who takes it.' },
  },
  'aufgabe.recipientNotCleared': {
    status: 409,
    message: {
      de: '{name} kann diese Aufgabe nicht übernehmen: Die Ermächtigung für ihre Vertraulichkeitsstufe fehlt.',
      en: '{name} cannot take this task: the clearance for its confidentiality is missing.',
    },
    remedy: {
      de: 'Eine ermächtigte Person wählen, oder die Aufgabe der Gruppe zurückgeben.',
      en: 'Choose somebody who is cleared, or give the task back to its group.',
    },
  },
  'aufgabe.liesThere': {
    status: 409,
    message: {
      de: 'Die Aufgabe liegt schon dort.',
      en: 'The task lies there already.',
    },
    remedy: { de: 'Eine andere Person wählen, oder die Gruppe.', en: 'Choose another person, or the group.' },
  },
  'aufgabe.outsideArea': {
    status: 409,
    message: {
      de: 'Erwartet: eine Person der eigenen Einheit, die angemeldet werden kann. Gefunden: eine andere.',
      en: 'Expected: a person of your own unit with an active account. Found: another one.',
    },
    remedy: {
      de: 'Eine Person der Liste wählen; in andere Einheiten gibt weiter, wer die Aufgabe hat.',
      en: 'Choose a person from the list; to other units, whoever has the task hands it over.',
    },
  },
  'aufgabe.notClaimed': {
    status: 409,
    message: {
      de: 'Die Aufgabe gehört ohnehin der ganzen Gruppe.',
      en: 'The task belongs to the whole group anyway.',
    },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
  'aufgabe.wiedervorlageNotAhead': {
    status: 422,
    message: {
      de: 'Tag der Wiedervorlage. Erwartet: ein Tag nach dem {today}. Gefunden: {day}.',
      en: 'Day of the resubmission. Expected: a day after {today}. Found: {day}.',
    },
    remedy: { de: 'Einen späteren Tag wählen.', en: 'Choose a later day.' },
  },
  'aufgabe.wiedervorlageTooFar': {
    status: 422,
    message: {
      de: 'Tag der Wiedervorlage. Erwartet: höchstens zehn Jahre voraus, bis {latest}. Gefunden: {day}.',
      en: 'Day of the resubmission. Expected: ten years ahead at most, until {latest}. Found: {day}.',
    },
    remedy: { de: 'Das Jahr prüfen und einen früheren Tag wählen.', en: 'Check the year and choose an earlier day.' },
  },
  'aufgabe.noWiedervorlage': {
    status: 409,
    message: {
      de: 'Erwartet: Die Aufgabe liegt bei Ihnen auf Wiedervorlage. Gefunden: keine Wiedervorlage.',
      en: 'Expected: you have put the task aside. Found: no resubmission.',
    },
    remedy: {
      de: 'Es ist nichts zu tun; die Aufgabe steht in Ihrer Liste.',
      en: 'There is nothing to do; the task is in your list.',
    },
  },
  'aufgabe.filterWrong': {
    status: 400,
    message: {
      de: 'Erwartet: ein Filter, den es gibt, mit einem Wert, der dazu passt. Gefunden: {found}.',
      en: 'Expected: a filter that exists, with a value that fits it. Found: {found}.',
    },
    remedy: { de: 'Den Wert berichtigen oder den Filter entfernen.', en: 'Correct the value or remove the filter.' },
  },
  'aufgabe.filterNameTaken': {
    status: 409,
    message: {
      de: 'Einen eigenen Filter mit dem Namen „{name}“ gibt es schon.',
      en: 'You already have a filter named “{name}”.',
    },
    remedy: { de: 'Einen anderen Namen wählen.', en: 'Choose another name.' },
  },
  'aufgabe.fieldMissing': {
    status: 422,
    message: { de: '„{field}“ fehlt.', en: '“{field}” is missing.' },
    remedy: { de: 'Bitte das Feld ausfüllen.', en: 'Please fill in the field.' },
  },
  'aufgabe.fieldInvalid': {
    status: 422,
    message: { de: '„{field}“ passt nicht: {reasonDe}.', en: '“{field}” does not fit: {reasonEn}.' },
    remedy: { de: 'Bitte das Feld berichtigen.', en: 'Please correct the field.' },
  },
  'aufgabe.formIncomplete': {
    status: 422,
    message: { de: 'Das Formular ist noch nicht vollständig.', en: 'The form is not complete yet.' },
    remedy: { de: 'Die genannten Felder berichtigen.', en: 'Correct the fields named.' },
  },
  'aufgabe.needsSignature': {
    status: 409,
    message: {
      de: 'Diese Aufgabe wird mit einer Schlusszeichnung erledigt, nicht mit „Erledigen“.',
      en: 'This task is completed by a final signature, not by “Complete”.',
    },
    remedy: { de: '„Schlusszeichnen“ oder „Zurückweisen“ wählen.', en: 'Choose “Sign finally” or “Reject”.' },
  },
  'aufgabe.needsZdA': {
    status: 409,
    message: {
      de: 'Diese Aufgabe wird mit „z. d. A. verfügen“ erledigt.',
      en: 'This task is completed by closing the case.',
    },
    remedy: { de: '„z. d. A. verfügen“ wählen.', en: 'Choose “Close to the files”.' },
  },
} satisfies Record<string, RejectionText>;
