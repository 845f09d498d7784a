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
  'aufgabe.notClaimed': {
    status: 409,
    message: {
      de: 'Die Aufgabe gehört ohnehin der ganzen Gruppe.',
      en: 'The task belongs to the whole group anyway.',
    },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
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
