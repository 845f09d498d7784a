import type { RejectionText } from '../rejections.js';

const inTheModel = {
  de: 'Die Angaben des Arbeitsschritts im Modell oder die Daten des Vorgangs berichtigen.',
  en: 'Correct what the step of the model says, or the data of the case.',
};

export const postausgangRejections = {
  'postausgang.noRecipient': {
    status: 422,
    message: { de: 'Die E-Mail hat keinen Empfänger.', en: 'The e-mail has no recipient.' },
    remedy: inTheModel,
  },
  'postausgang.badAddress': {
    status: 422,
    message: { de: '„{address}“ ist keine E-Mail-Adresse.', en: '“{address}” is no e-mail address.' },
    remedy: inTheModel,
  },
  'postausgang.tooManyRecipients': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens {most} Empfänger. Gefunden: {count}.',
      en: 'Expected: at most {most} recipients. Found: {count}.',
    },
    remedy: inTheModel,
  },
  'postausgang.badSubject': {
    status: 422,
    message: {
      de: 'Der Betreff hat einen Zeilenumbruch, ein Steuerzeichen oder mehr als {most} Zeichen.',
      en: 'The subject has a line break, a control character or more than {most} characters.',
    },
    remedy: inTheModel,
  },
  'postausgang.textTooLong': {
    status: 422,
    message: {
      de: 'Der Text der E-Mail hat mehr als {most} Zeichen.',
      en: 'The text of the e-mail has more than {most} characters.',
    },
    remedy: { de: 'Langes als Dokument anhängen.', en: 'Attach what is long as a document.' },
  },
  'postausgang.attachmentUnknown': {
    status: 422,
    message: {
      de: 'Das Dokument {dokumentId} liegt nicht gültig in diesem Vorgang und geht deshalb nicht hinaus.',
      en: 'The document {dokumentId} is not valid in this case and therefore does not leave.',
    },
    remedy: {
      de: 'Ein Dokument dieses Vorgangs anhängen; ein Entwurf muss erst gezeichnet werden.',
      en: 'Attach a document of this case; a draft must be signed first.',
    },
  },
  'postausgang.classified': {
    status: 409,
    message: {
      de: 'Der Vorgang ist als „{stufe}“ eingestuft und geht nicht als E-Mail hinaus.',
      en: 'The case is classified (“{stufe}”) and does not leave as an e-mail.',
    },
    remedy: {
      de: 'Auf dem Weg zustellen, der für die Stufe zugelassen ist, oder die Einstufung prüfen.',
      en: 'Deliver it in the way that is admitted for the level, or review the classification.',
    },
  },
  'postausgang.attachmentsTooLarge': {
    status: 413,
    message: {
      de: 'Die Anhänge haben zusammen {size} MB, erlaubt sind {most} MB.',
      en: 'The attachments have {size} MB together, {most} MB are allowed.',
    },
    remedy: { de: 'Weniger anhängen oder anders zustellen.', en: 'Attach less, or deliver in another way.' },
  },
  'postausgang.serverAway': {
    status: 503,
    message: {
      de: 'Der Mailserver nimmt die E-Mail zurzeit nicht an: {answer}',
      en: 'The mail server does not take the e-mail now: {answer}',
    },
    remedy: {
      de: 'Es wird von selbst erneut versucht; den Mailserver oder LAUFMAPPE_SMTP_URL prüfen.',
      en: 'It is tried again by itself; check the mail server or LAUFMAPPE_SMTP_URL.',
    },
  },
} satisfies Record<string, RejectionText>;
