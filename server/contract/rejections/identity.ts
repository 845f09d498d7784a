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
  'identity.sessionEnded': {
    status: 401,
    message: {
      de: 'Das Verzeichnis hat die Anmeldung beendet.',
      en: 'The directory has ended the sign-in.',
    },
    remedy: { de: 'Bitte neu anmelden.', en: 'Please sign in again.' },
  },
  'identity.directoryUnknown': {
    status: 404,
    message: { de: 'Diesen Weg der Anmeldung gibt es nicht.', en: 'There is no such way to sign in.' },
    remedy: { de: 'Auf der Anmeldeseite einen anderen wählen.', en: 'Choose another one on the sign-in page.' },
  },
  'identity.directoryAway': {
    status: 503,
    message: { de: 'Das Verzeichnis antwortet nicht.', en: 'The directory does not answer.' },
    remedy: {
      de: 'Später erneut versuchen. Wer hier ein eigenes Kennwort hat, kann sich damit anmelden.',
      en: 'Try again later. Whoever has a password here can sign in with it.',
    },
  },
  'identity.directoryRefused': {
    status: 401,
    message: {
      de: 'Das Verzeichnis hat die Anmeldung nicht bestätigt, oder seine Antwort ist nicht vertrauenswürdig.',
      en: 'The directory has not confirmed the sign-in, or its answer cannot be trusted.',
    },
    remedy: {
      de: 'Erneut anmelden. Bleibt es dabei, die Administration ansprechen: das Protokoll des Servers nennt den Grund.',
      en: 'Sign in again. If it stays like this, ask the administration: the server log says why.',
    },
  },
  'identity.signInInterrupted': {
    status: 400,
    message: {
      de: 'Die Anmeldung wurde unterbrochen, ist zu alt oder wurde nicht in diesem Browser begonnen.',
      en: 'The sign-in was interrupted, is too old, or was not begun in this browser.',
    },
    remedy: { de: 'Bitte von vorn anmelden.', en: 'Please sign in from the start.' },
  },
  'identity.noPlace': {
    status: 403,
    message: {
      de: 'Das Verzeichnis kennt Sie, aber keine Ihrer Gruppen gehört hier zu einer Einheit mit Rollen.',
      en: 'The directory knows you, but none of your groups belongs to a unit with roles here.',
    },
    remedy: {
      de: 'Bei der Administration die Aufnahme in eine Gruppe beantragen.',
      en: 'Ask the administration to be put into a group.',
    },
  },
  'identity.accountNotLinked': {
    status: 403,
    message: {
      de: 'Ihr Konto im Verzeichnis ist hier mit keiner Person verbunden.',
      en: 'Your account in the directory is connected with no person here.',
    },
    remedy: {
      de: 'Mit dem eigenen Kennwort anmelden und unter „Mein Konto“ die Verbindung herstellen.',
      en: 'Sign in with your own password and connect it under “My account”.',
    },
  },
  'identity.accountOff': {
    status: 403,
    message: { de: 'Ihr Konto ist hier abgeschaltet.', en: 'Your account is switched off here.' },
    remedy: { de: 'Bitte die Administration ansprechen.', en: 'Please ask the administration.' },
  },
  'identity.placeMissing': {
    status: 409,
    message: {
      de: 'Ihre Gruppe gehört zu einer Einheit, die es hier nicht gibt.',
      en: 'Your group belongs to a unit that does not exist here.',
    },
    remedy: {
      de: 'Die Administration muss die Liste der Gruppen berichtigen.',
      en: 'The administration has to correct the list of groups.',
    },
  },
  'identity.nameUnusable': {
    status: 409,
    message: {
      de: 'Das Verzeichnis nennt keinen Namen, oder einen mit unsichtbaren Zeichen.',
      en: 'The directory gives no name, or one with invisible characters.',
    },
    remedy: { de: 'Den Namen dort berichtigen lassen.', en: 'Have the name corrected there.' },
  },
  'identity.accountTaken': {
    status: 409,
    message: {
      de: 'Dieses Konto im Verzeichnis gehört schon zu einer anderen Person.',
      en: 'This account in the directory belongs to another person already.',
    },
    remedy: { de: 'Bitte die Administration ansprechen.', en: 'Please ask the administration.' },
  },
  'identity.accountLinked': {
    status: 409,
    message: {
      de: 'Ihr Konto ist mit diesem Verzeichnis schon verbunden.',
      en: 'Your account is connected with this directory already.',
    },
    remedy: { de: 'Erst die alte Verbindung lösen.', en: 'End the old connection first.' },
  },
  'identity.onlyWayIn': {
    status: 409,
    message: {
      de: 'Ohne diese Verbindung könnten Sie sich nicht mehr anmelden: ein Kennwort gibt es hier nicht.',
      en: 'Without this connection you could not sign in any more: there is no password here.',
    },
    remedy: { de: 'Die Verbindung behalten.', en: 'Keep the connection.' },
  },
  'identity.wrongPassword': {
    status: 403,
    message: { de: 'Das Kennwort stimmt nicht.', en: 'The password is wrong.' },
    remedy: { de: 'Bitte das eigene Kennwort erneut eingeben.', en: 'Please enter your password again.' },
  },
  'identity.codeWrong': {
    status: 403,
    message: {
      de: 'Der Code stimmt nicht, ist abgelaufen oder wurde schon benutzt.',
      en: 'The code is wrong, has expired or was used already.',
    },
    remedy: {
      de: 'Den nächsten Code der App abwarten. Geht die Uhr des Geräts richtig?',
      en: 'Wait for the next code of the app. Is the clock of the device right?',
    },
  },
  'identity.enrolmentOver': {
    status: 409,
    message: {
      de: 'Die Einrichtung wurde noch nicht begonnen oder ist abgelaufen.',
      en: 'The set-up has not begun or has expired.',
    },
    remedy: { de: 'Von vorn beginnen.', en: 'Begin again.' },
  },
  'identity.secondFactorThere': {
    status: 409,
    message: { de: 'Ein zweiter Faktor ist schon eingerichtet.', en: 'A second factor is set up already.' },
    remedy: { de: 'Erst den alten entfernen.', en: 'Remove the old one first.' },
  },
  'identity.secondFactorMissing': {
    status: 409,
    message: { de: 'Es ist kein zweiter Faktor eingerichtet.', en: 'No second factor is set up.' },
    remedy: { de: 'Die Seite neu laden.', en: 'Reload the page.' },
  },
  'identity.secondFactorRequired': {
    status: 409,
    message: {
      de: 'Ihre Rolle verlangt einen zweiten Faktor.',
      en: 'Your role needs a second factor.',
    },
    remedy: {
      de: 'Ein neues Gerät richtet die Administration durch Zurücksetzen ein.',
      en: 'For a new device the administration resets it.',
    },
  },
  'identity.ownSecondFactor': {
    status: 409,
    message: {
      de: 'Den eigenen zweiten Faktor setzt niemand selbst zurück.',
      en: 'Nobody resets their own second factor.',
    },
    remedy: {
      de: 'Unter „Mein Konto“ mit einem Code entfernen, oder eine andere Administration bitten.',
      en: 'Remove it with a code under “My account”, or ask another administrator.',
    },
  },
  'identity.ownAccount': {
    status: 409,
    message: { de: 'Niemand schaltet den eigenen Zugang ab.', en: 'Nobody switches off their own account.' },
    remedy: {
      de: 'Eine andere Person der Administration darum bitten.',
      en: 'Ask somebody else of the administration to do it.',
    },
  },
  'identity.alreadyOff': {
    status: 409,
    message: { de: 'Der Zugang von {name} ist schon abgeschaltet.', en: 'The account of {name} is off already.' },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
  'identity.alreadyOn': {
    status: 409,
    message: { de: 'Der Zugang von {name} ist nicht abgeschaltet.', en: 'The account of {name} is not off.' },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
} satisfies Record<string, RejectionText>;
