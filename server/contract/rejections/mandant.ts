import type { RejectionText } from '../rejections.js';

export const mandantRejections = {
  'mandant.codeTaken': {
    status: 409,
    message: {
      de: 'Erwartet: ein freies Kürzel. Gefunden: „{code}“ ist schon vergeben.',
      en: 'Expected: a free short code. Found: “{code}” is taken.',
    },
    remedy: { de: 'Ein anderes Kürzel wählen.', en: 'Choose another short code.' },
  },
  'mandant.loginTaken': {
    status: 409,
    message: {
      de: 'Erwartet: ein freier Anmeldename. Gefunden: „{login}“ ist schon vergeben.',
      en: 'Expected: a free login name. Found: “{login}” is taken.',
    },
    remedy: {
      de: 'Einen anderen Anmeldenamen wählen, etwa mit dem Kürzel davor: {code}.{login}.',
      en: 'Choose another login name, for example with the short code before it: {code}.{login}.',
    },
  },
  'mandant.unknown': {
    status: 404,
    message: { de: 'Es gibt keinen Mandanten „{code}“.', en: 'There is no tenant “{code}”.' },
    remedy: {
      de: 'Die Liste zeigt alle: npm run mandant -- list.',
      en: 'The list shows all: npm run mandant -- list.',
    },
  },
  'mandant.suspendedAlready': {
    status: 409,
    message: { de: 'Dieser Mandant ist schon angehalten.', en: 'This tenant is suspended already.' },
    remedy: { de: 'Die Liste neu laden.', en: 'Reload the list.' },
  },
  'mandant.notSuspended': {
    status: 409,
    message: { de: 'Dieser Mandant ist nicht angehalten.', en: 'This tenant is not suspended.' },
    remedy: { de: 'Die Liste neu laden.', en: 'Reload the list.' },
  },
  'mandant.invitationInvalid': {
    status: 404,
    message: {
      de: 'Dieser Link gilt nicht: schon benutzt, abgelaufen oder unvollständig.',
      en: 'This link is not valid: used already, expired, or incomplete.',
    },
    remedy: {
      de: 'Den Link vollständig übernehmen; sonst einen neuen vom Betrieb der Installation erbitten.',
      en: 'Take over the whole link; otherwise ask whoever runs the installation for a new one.',
    },
  },
  'mandant.passwordTooShort': {
    status: 422,
    message: {
      de: 'Erwartet: ein Kennwort mit {least} bis 200 Zeichen. Gefunden: {found}.',
      en: 'Expected: a password of {least} to 200 characters. Found: {found}.',
    },
    remedy: {
      de: 'Mehrere Wörter hintereinander sind lang genug und leicht zu merken.',
      en: 'Several words in a row are long enough and easy to remember.',
    },
  },
  'mandant.folderNotEmpty': {
    status: 409,
    message: {
      de: 'Erwartet: ein leerer Ordner, oder der eines abgebrochenen Exports desselben Mandanten. Gefunden: {folder} enthält anderes.',
      en: 'Expected: an empty folder, or that of a broken export of the same tenant. Found: {folder} holds something else.',
    },
    remedy: { de: 'Einen anderen Ordner nennen.', en: 'Name another folder.' },
  },
  'mandant.exportRunning': {
    status: 409,
    message: { de: 'Ein Export dieses Mandanten läuft schon.', en: 'An export of this tenant is running.' },
    remedy: { de: 'Warten, bis er fertig ist.', en: 'Wait until it is done.' },
  },
  'mandant.operatorOnly': {
    status: 401,
    message: {
      de: 'Die Mandantenverwaltung öffnet sich nur mit einem eigenen Konto.',
      en: 'The administration of tenants opens only with an account of its own.',
    },
    remedy: {
      de: 'Mit einem Konto der Mandantenverwaltung anmelden; der Betrieb legt es an: npm run mandant -- operator.',
      en: 'Sign in with an account of it; whoever runs the installation creates one: npm run mandant -- operator.',
    },
  },
  'mandant.logOfOperator': {
    status: 403,
    message: {
      de: 'Erwartet: eine Anlage mit einem Mandanten. Gefunden: mehrere; das Log nennt Kennungen von allen.',
      en: 'Expected: an installation with one tenant. Found: several; the log names ids of all of them.',
    },
    remedy: {
      de: 'Den Betrieb fragen: Er liest das Log auf der Seite „Mandanten“.',
      en: 'Ask whoever runs the installation: they read the log on the page “Tenants”.',
    },
  },
} satisfies Record<string, RejectionText>;
