import type { RejectionText } from '../rejections.js';

/** Why something is not shown or archived by a PDF. The original is not concerned. */
export const renditionRejections = {
  'rendition.notInstalled': {
    status: 503,
    message: {
      de: 'Vorschau nicht verfügbar: LibreOffice ist auf diesem Server nicht installiert.',
      en: 'No preview: LibreOffice is not installed on this server.',
    },
    remedy: {
      de: 'Das Original herunterladen. Die Administration kann LibreOffice installieren; nach dem Neustart wird die Vorschau nachgeholt.',
      en: 'Download the original. The administration can install LibreOffice; after the restart the preview is made.',
    },
  },
  'rendition.broken': {
    status: 422,
    message: {
      de: 'Vorschau nicht verfügbar: LibreOffice kann die Datei nicht lesen.',
      en: 'No preview: LibreOffice cannot read the file.',
    },
    remedy: {
      de: 'Das Original herunterladen und mit seinem Programm öffnen; ist es beschädigt, beim Absender neu anfordern.',
      en: 'Download the original and open it with its program; if it is damaged, ask the sender for it again.',
    },
  },
  'rendition.tooLarge': {
    status: 422,
    message: {
      de: 'Vorschau nicht verfügbar: Die Datei ist größer, als hier umgewandelt wird (100 MB, entpackt 1 GB).',
      en: 'No preview: the file is larger than what is converted here (100 MB, unpacked 1 GB).',
    },
    remedy: { de: 'Das Original herunterladen.', en: 'Download the original.' },
  },
  'rendition.time': {
    status: 422,
    message: {
      de: 'Vorschau nicht verfügbar: Die Umwandlung hat länger als 90 Sekunden gedauert.',
      en: 'No preview: the conversion took longer than 90 seconds.',
    },
    remedy: {
      de: 'Das Original herunterladen, oder die Vorschau noch einmal anfordern, wenn der Server weniger zu tun hat.',
      en: 'Download the original, or order the preview once more when the server has less to do.',
    },
  },
  'rendition.otherKind': {
    status: 422,
    message: {
      de: 'Erwartet: eine Office-Datei. Gefunden: {mime}.',
      en: 'Expected: an office file. Found: {mime}.',
    },
    remedy: {
      de: 'PDF, Bilder und Text zeigt die Seite selbst; alles andere herunterladen.',
      en: 'The page itself shows PDF, pictures and text; download everything else.',
    },
  },
} as const satisfies Record<string, RejectionText>;
