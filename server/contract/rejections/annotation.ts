import type { RejectionText } from '../rejections.js';

export const annotationRejections = {
  'annotation.noPages': {
    status: 422,
    message: {
      de: 'Erwartet: ein PDF, auf dessen Seiten die Anmerkung stehen kann. Gefunden: {mime}.',
      en: 'Expected: a PDF with pages for the annotation to stand on. Found: {mime}.',
    },
    remedy: {
      de: 'Das Dokument als PDF speichern und als eigenes Dokument oder neue Fassung hinzufügen, oder einen Vermerk schreiben.',
      en: 'Save the document as PDF and add it as a document of its own or a new version, or write a note for the record.',
    },
  },
  'annotation.empty': {
    status: 422,
    message: {
      de: 'Erwartet: eine Anmerkung mit Text. Gefunden: keiner.',
      en: 'Expected: an annotation with a text. Found: none.',
    },
    remedy: { de: 'Etwas schreiben, oder die Anmerkung entfernen.', en: 'Write something, or remove the annotation.' },
  },
  'annotation.notYours': {
    status: 403,
    message: {
      de: 'Diese Anmerkung ist von {author}.',
      en: 'This annotation is by {author}.',
    },
    remedy: {
      de: 'Eine eigene Anmerkung daneben schreiben. Fremde entfernen Leitung und Registratur.',
      en: 'Write one of your own beside it. Those of others are removed by the management and the registry.',
    },
  },
  'annotation.tooMany': {
    status: 409,
    message: {
      de: 'Erwartet: höchstens {most} Anmerkungen an einem Dokument. Gefunden: So viele sind es schon.',
      en: 'Expected: at most {most} annotations of a document. Found: there are as many already.',
    },
    remedy: {
      de: 'Erledigte Anmerkungen entfernen.',
      en: 'Remove annotations that are settled.',
    },
  },
  'annotation.removed': {
    status: 409,
    message: { de: 'Diese Anmerkung ist entfernt.', en: 'This annotation has been removed.' },
    remedy: { de: 'Sie zuerst zurückholen.', en: 'Bring it back first.' },
  },
  'annotation.there': {
    status: 409,
    message: { de: 'Diese Anmerkung ist nicht entfernt.', en: 'This annotation has not been removed.' },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
} satisfies Record<string, RejectionText>;
