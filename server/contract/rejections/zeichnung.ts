import type { RejectionText } from '../rejections.js';

export const zeichnungRejections = {
  'zeichnung.fourEyes': {
    status: 409,
    message: {
      de: 'Vier-Augen-Prinzip: Sie haben in diesem Vorgang schon „{earlierDe}“ gezeichnet.',
      en: 'Four-eyes principle: you have already signed “{earlierEn}” in this case.',
    },
    remedy: { de: 'Die Aufgabe an eine andere Person weitergeben.', en: 'Hand the task over to another person.' },
  },
  'zeichnung.notASignature': {
    status: 409,
    message: {
      de: 'Diese Aufgabe verlangt keine Schlusszeichnung.',
      en: 'This task does not ask for a final signature.',
    },
    remedy: { de: '„Erledigen“ wählen.', en: 'Choose “Complete”.' },
  },
  'zeichnung.wrongPassword': {
    status: 403,
    message: {
      de: 'Das Kennwort stimmt nicht; es wurde nicht gezeichnet.',
      en: 'The password is wrong; nothing was signed.',
    },
    remedy: { de: 'Das Kennwort Ihrer Anmeldung eingeben.', en: 'Enter the password of your sign-in.' },
  },
  'zeichnung.noKey': {
    status: 409,
    message: { de: 'Für Sie ist kein Signaturschlüssel hinterlegt.', en: 'No signing key is stored for you.' },
    remedy: { de: 'Die Administration um einen Schlüssel bitten.', en: 'Ask the administration for a key.' },
  },
  'zeichnung.notSignable': {
    status: 422,
    message: {
      de: 'Das Dokument lässt sich nicht signieren: {reasonDe}.',
      en: 'The document cannot be signed: {reasonEn}.',
    },
    remedy: {
      de: 'Eine neue Fassung als PDF erstellen und erneut vorlegen.',
      en: 'Create a new PDF version and submit it again.',
    },
  },
} satisfies Record<string, RejectionText>;
