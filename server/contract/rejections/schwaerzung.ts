import type { RejectionText } from '../rejections.js';

export const schwaerzungRejections = {
  'schwaerzung.kind': {
    status: 422,
    message: {
      de: 'Erwartet: ein PDF oder ein Bild (PNG, JPEG). Gefunden: {mime}.',
      en: 'Expected: a PDF or a picture (PNG, JPEG). Found: {mime}.',
    },
    remedy: {
      de: 'Das Dokument als PDF speichern und als eigenes Dokument oder neue Fassung hinzufügen; dieses schwärzen.',
      en: 'Save the document as PDF and add it as a document of its own or a new version; redact that one.',
    },
  },
  'schwaerzung.encrypted': {
    status: 422,
    message: {
      de: 'Das PDF ist mit einem Kennwort verschlüsselt; sein Inhalt lässt sich nicht sicher schwärzen.',
      en: 'The PDF is encrypted with a password; its content cannot be redacted safely.',
    },
    remedy: {
      de: 'Eine unverschlüsselte Fassung anfordern und diese schwärzen.',
      en: 'Ask for a version without encryption and redact that one.',
    },
  },
  'schwaerzung.damaged': {
    status: 422,
    message: {
      de: 'Die Datei ist beschädigt; es ist nicht sicher, dass alles gezeigt wird, was in ihr steht.',
      en: 'The file is damaged; it is not certain that everything in it is shown.',
    },
    remedy: {
      de: 'Das Dokument ausdrucken und einscannen, oder die Datei neu anfordern; diese schwärzen.',
      en: 'Print and scan the document, or ask for the file again; redact that one.',
    },
  },
  'schwaerzung.tooManyPages': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens 300 Seiten. Das Dokument hat mehr.',
      en: 'Expected: 300 pages at most. The document has more.',
    },
    remedy: { de: 'Das Dokument teilen und die Teile schwärzen.', en: 'Split the document and redact its parts.' },
  },
  'schwaerzung.tooLarge': {
    status: 422,
    message: {
      de: 'Eine Seite ist größer als DIN A0; sie lässt sich nicht neu zeichnen.',
      en: 'A page is larger than DIN A0; it cannot be drawn anew.',
    },
    remedy: { de: 'Die Seite verkleinert oder geteilt speichern.', en: 'Save the page smaller or in parts.' },
  },
  'schwaerzung.guarded': {
    status: 422,
    message: {
      de: 'Das Zeichnen der Seiten hat zu lange gedauert oder zu viel Speicher verlangt und wurde abgebrochen. Es wurde nichts abgelegt.',
      en: 'Drawing the pages took too long or asked for too much memory and was ended. Nothing was filed.',
    },
    remedy: { de: 'Das Dokument teilen und die Teile schwärzen.', en: 'Split the document and redact its parts.' },
  },
  'schwaerzung.away': {
    status: 503,
    message: { de: 'Das Schwärzen ist gerade nicht möglich.', en: 'Redacting is not possible at the moment.' },
    remedy: {
      de: 'Später noch einmal versuchen; die Markierungen bleiben.',
      en: 'Try again later; the marks are kept.',
    },
  },
  'schwaerzung.leak': {
    status: 422,
    message: {
      de: 'Die Prüfung hat in der neuen Datei etwas gefunden, das geschwärzt sein müsste. Es wurde nichts abgelegt.',
      en: 'The check found something in the new file that should be redacted. Nothing was filed.',
    },
    remedy: {
      de: 'Das Dokument ausdrucken, von Hand schwärzen und einscannen; der Administration melden.',
      en: 'Print the document, redact it by hand and scan it; tell the administration.',
    },
  },
  'schwaerzung.outside': {
    status: 422,
    message: { de: 'Eine Markierung liegt auf keiner Seite.', en: 'A mark lies on no page.' },
    remedy: {
      de: 'Die Markierung entfernen und neu setzen.',
      en: 'Remove the mark and set it anew.',
    },
  },
  'schwaerzung.nothingMarked': {
    status: 422,
    message: { de: 'Es ist nichts markiert.', en: 'Nothing is marked.' },
    remedy: { de: 'Zuerst markieren, was schwarz werden soll.', en: 'First mark what is to become black.' },
  },
  'schwaerzung.noParagraph': {
    status: 422,
    message: {
      de: 'Erwartet: zu „Anderes Recht“ ein Paragraph. Ohne Paragraph: {count} Markierungen.',
      en: 'Expected: a paragraph for “Other law”. Without one: {count} marks.',
    },
    remedy: {
      de: 'Den Paragraphen eintragen, zum Beispiel den des Landesgesetzes.',
      en: 'Enter the paragraph, for example of the law of the Land.',
    },
  },
  'schwaerzung.betreffTells': {
    status: 422,
    message: {
      de: 'Der Betreff des neuen Dokuments nennt ein Wort, das in ihm geschwärzt wird.',
      en: 'The subject of the new document names a word that is redacted in it.',
    },
    remedy: { de: 'Einen Betreff ohne dieses Wort wählen.', en: 'Choose a subject without this word.' },
  },
  'schwaerzung.notDraft': {
    status: 409,
    message: {
      de: 'Diese Markierungen sind schon verwendet oder verworfen.',
      en: 'These marks have been used or dropped already.',
    },
    remedy: { de: 'Die Ansicht neu laden.', en: 'Reload the view.' },
  },
} as const satisfies Record<string, RejectionText>;
