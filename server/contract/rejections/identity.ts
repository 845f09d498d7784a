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
  'identity.tokenInvalid': {
    status: 401,
    message: {
      de: 'Erwartet: ein gültiger Zugang im Kopf „Authorization: Bearer …“. Gefunden: ein unbekannter oder widerrufener.',
      en: 'Expected: a valid token in the header "Authorization: Bearer …". Found: an unknown or revoked one.',
    },
    remedy: {
      de: 'Den Zugang bei der Administration erneuern lassen.',
      en: 'Have the administration renew the token.',
    },
  },
  'identity.tokenExpired': {
    status: 401,
    message: { de: 'Der Zugang galt bis {expiresOn}.', en: 'The token was valid until {expiresOn}.' },
    remedy: {
      de: 'Den Zugang bei der Administration erneuern lassen.',
      en: 'Have the administration renew the token.',
    },
  },
  'identity.tokenRefused': {
    status: 409,
    message: {
      de: 'So lässt sich der Zugang nicht anlegen; es wurde nichts angelegt.',
      en: 'The access cannot be created like this; nothing was created.',
    },
    remedy: { de: 'Die genannten Angaben berichtigen.', en: 'Correct what is named.' },
  },
  'identity.tokenExpiry': {
    status: 409,
    message: {
      de: 'Erwartet: ein letzter Tag von heute an, höchstens in einem Jahr. Gefunden: {found}.',
      en: 'Expected: a last day from today on, within a year. Found: {found}.',
    },
    remedy: { de: 'Einen näheren Tag wählen.', en: 'Choose a closer day.' },
  },
  'identity.tokenScopes': {
    status: 409,
    message: {
      de: 'Erwartet: Rechte, die diese Rollen geben und die ein System haben darf. Gefunden: {scopes}.',
      en: 'Expected: permissions that these roles give and that a system may have. Found: {scopes}.',
    },
    remedy: {
      de: 'Die genannten Rechte weglassen oder eine Rolle hinzunehmen, die sie gibt.',
      en: 'Leave these permissions out, or add a role that gives them.',
    },
  },
  'identity.tokenUnit': {
    status: 409,
    message: { de: 'Die gewählte Einheit gibt es nicht.', en: 'The chosen unit does not exist.' },
    remedy: { de: 'Eine Einheit aus der Liste wählen.', en: 'Choose a unit from the list.' },
  },
  'identity.tokenName': {
    status: 409,
    message: {
      de: 'Ein System mit dem Namen „{name}“ hat schon einen Zugang.',
      en: 'A system with the name “{name}” already has access.',
    },
    remedy: {
      de: 'Einen anderen Namen wählen oder den alten Zugang widerrufen.',
      en: 'Choose another name, or revoke the old access.',
    },
  },
  'identity.tokenRevoked': {
    status: 409,
    message: { de: 'Der Zugang ist schon widerrufen.', en: 'The access is revoked already.' },
    remedy: { de: 'Die Seite neu laden.', en: 'Reload the page.' },
  },
} satisfies Record<string, RejectionText>;
