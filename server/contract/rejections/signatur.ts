import type { RejectionText } from '../rejections.js';

const newPdf = {
  de: 'Das Dokument neu als PDF erzeugen und erneut vorlegen.',
  en: 'Create the document anew as a PDF and submit it again.',
};

const newKey = {
  de: 'Die Administration um einen neuen Schlüssel bitten.',
  en: 'Ask the administration for a new key.',
};

export const signaturRejections = {
  'signatur.notPdf': {
    status: 415,
    message: {
      de: 'Erwartet: eine PDF-Datei. Gefunden: eine andere Art von Datei.',
      en: 'Expected: a PDF file. Found: another kind of file.',
    },
    remedy: newPdf,
  },
  'signatur.damaged': {
    status: 422,
    message: {
      de: 'Erwartet: eine unbeschädigte PDF-Datei. Gefunden: Fehler im Aufbau der Datei ({detail}).',
      en: 'Expected: an undamaged PDF file. Found: faults in the structure of the file ({detail}).',
    },
    remedy: newPdf,
  },
  'signatur.encrypted': {
    status: 422,
    message: {
      de: 'Erwartet: eine PDF-Datei ohne Kennwort. Gefunden: eine verschlüsselte Datei.',
      en: 'Expected: a PDF file without password. Found: an encrypted file.',
    },
    remedy: {
      de: 'Die Datei ohne Verschlüsselung speichern und erneut vorlegen.',
      en: 'Save the file without encryption and submit it again.',
    },
  },
  'signatur.certified': {
    status: 409,
    message: {
      de: 'Das Dokument ist zertifiziert. Eine weitere Signatur würde die Zertifizierung brechen.',
      en: 'The document is certified. Another signature would break the certification.',
    },
    remedy: {
      de: 'Eine Verfügung als eigenes Dokument anlegen und dieses signieren.',
      en: 'Create an instruction as a document of its own and sign that.',
    },
  },
  'signatur.dynamicForm': {
    status: 422,
    message: {
      de: 'Das Dokument ist ein XFA-Formular. Sein Aussehen liegt nicht fest und kann nicht signiert werden.',
      en: 'The document is an XFA form. Its look is not fixed and cannot be signed.',
    },
    remedy: { de: 'Das Formular als PDF drucken und dieses vorlegen.', en: 'Print the form as a PDF and submit that.' },
  },
  'signatur.noSuchPage': {
    status: 400,
    message: {
      de: 'Die sichtbare Signatur soll auf Seite {page} stehen; das Dokument hat {pages} Seiten.',
      en: 'The visible signature is meant for page {page}; the document has {pages} pages.',
    },
    remedy: { de: 'Eine vorhandene Seite wählen.', en: 'Choose an existing page.' },
  },
  'signatur.boxOutsidePage': {
    status: 400,
    message: {
      de: 'Das Feld der sichtbaren Signatur liegt nicht ganz auf Seite {page}.',
      en: 'The box of the visible signature is not wholly on page {page}.',
    },
    remedy: { de: 'Ein Feld innerhalb der Seite wählen.', en: 'Choose a box inside the page.' },
  },
  'signatur.textDoesNotFit': {
    status: 400,
    message: {
      de: 'Der Text der sichtbaren Signatur passt nicht lesbar in das Feld.',
      en: 'The text of the visible signature does not fit into the box legibly.',
    },
    remedy: { de: 'Ein größeres Feld oder einen kürzeren Text wählen.', en: 'Choose a larger box or a shorter text.' },
  },
  'signatur.certificateNotValid': {
    status: 409,
    message: {
      de: 'Das Zertifikat gilt von {from} bis {to}, also nicht zum Zeitpunkt der Signatur.',
      en: 'The certificate is valid from {from} to {to}, so not at the time of signing.',
    },
    remedy: newKey,
  },
  'signatur.keyMismatch': {
    status: 409,
    message: {
      de: 'Der Signaturschlüssel passt nicht zu seinem Zertifikat; es wurde nicht signiert.',
      en: 'The signing key does not belong to its certificate; nothing was signed.',
    },
    remedy: newKey,
  },
  'signatur.keySealed': {
    status: 409,
    message: {
      de: 'Der Signaturschlüssel lässt sich mit dem Geheimnis dieses Servers nicht öffnen.',
      en: 'The signing key does not open with the secret of this server.',
    },
    remedy: newKey,
  },
  'signatur.pkcs12Password': {
    status: 422,
    message: { de: 'Das Kennwort der Schlüsseldatei stimmt nicht.', en: 'The password of the key file is wrong.' },
    remedy: { de: 'Das Kennwort der PKCS#12-Datei eingeben.', en: 'Enter the password of the PKCS#12 file.' },
  },
  'signatur.pkcs12Unreadable': {
    status: 422,
    message: {
      de: 'Die Schlüsseldatei enthält keinen verwendbaren Schlüssel mit Zertifikat ({detail}).',
      en: 'The key file holds no usable key with certificate ({detail}).',
    },
    remedy: {
      de: 'Eine PKCS#12-Datei (.p12, .pfx) mit RSA- oder EC-Schlüssel wählen.',
      en: 'Choose a PKCS#12 file (.p12, .pfx) with an RSA or EC key.',
    },
  },
} satisfies Record<string, RejectionText>;
