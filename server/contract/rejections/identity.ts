import type { RejectionText } from '../rejections.js';

export const identityRejections = {
  'identity.notSignedIn': {
    status: 401,
    message: {
      de: 'Sie sind nicht angemeldet, oder die Anmeldung ist abgelaufen.',
      en: 'You are not signed in, or the sign-in has expired.',
    },
    remedy: { de: 'Bitte neu anmelden.', en: 'Please sign in again.' },
  },
  'identity.wrongCredentials': {
    status: 401,
    message: { de: 'Name oder Kennwort stimmt nicht.', en: 'Name or password is wrong.' },
    remedy: { de: 'Bitte beides prüfen und erneut versuchen.', en: 'Please check both and try again.' },
  },
  'identity.tooManyAttempts': {
    status: 429,
    message: { de: 'Zu viele Versuche in kurzer Zeit.', en: 'Too many attempts in a short time.' },
    remedy: { de: 'Bitte in {minutes} Minuten erneut versuchen.', en: 'Please try again in {minutes} minutes.' },
  },
  'identity.notPermitted': {
    status: 403,
    message: {
      de: 'Dafür fehlt das Recht „{permission}“.',
      en: 'The permission “{permission}” is missing.',
    },
    remedy: {
      de: 'Bitte die Vertretung oder die Administration ansprechen.',
      en: 'Please ask your deputy or the administration.',
    },
  },
  'identity.foreignOrigin': {
    status: 403,
    message: {
      de: 'Die Anfrage kam nicht von dieser Seite.',
      en: 'The request did not come from this page.',
    },
    remedy: { de: 'Bitte die Seite neu laden und wiederholen.', en: 'Please reload the page and repeat.' },
  },
} satisfies Record<string, RejectionText>;
