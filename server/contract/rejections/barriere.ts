import type { RejectionText } from '../rejections.js';

export const barriereRejections = {
  'barriere.closed': {
    status: 409,
    message: { de: 'Diese Meldung ist schon abgeschlossen.', en: 'This report is closed already.' },
    remedy: { de: 'Die Liste neu laden.', en: 'Load the list anew.' },
  },
  'barriere.signInFirst': {
    status: 403,
    message: {
      de: 'Mehrere Behörden nutzen diese Anlage; ohne Anmeldung ist offen, an wen die Meldung geht.',
      en: 'Several authorities use this installation; without a sign-in it is open to whom the report goes.',
    },
    remedy: {
      de: 'Anmelden und von dort melden, oder der Behörde schreiben, von der der Link zu dieser Seite kam.',
      en: 'Sign in and report from there, or write to the authority that the link to this page came from.',
    },
  },
  'barriere.tooMany': {
    status: 429,
    message: {
      de: 'Von hier kamen in {minutes} Minuten zu viele Meldungen.',
      en: 'Too many reports came from here within {minutes} minutes.',
    },
    remedy: { de: 'In {minutes} Minuten noch einmal senden.', en: 'Send it again in {minutes} minutes.' },
  },
  'barriere.tooManyOpen': {
    status: 429,
    message: {
      de: 'Es warten schon {limit} Meldungen von Unangemeldeten.',
      en: '{limit} reports of people without a sign-in are waiting already.',
    },
    remedy: {
      de: 'Der Behörde schreiben oder anrufen; ihre Anschrift steht in der Erklärung zur Barrierefreiheit.',
      en: 'Write to the authority or call it; its address stands in the accessibility statement.',
    },
  },
} satisfies Record<string, RejectionText>;
