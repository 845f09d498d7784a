import type { RejectionText } from '../rejections.js';

export const wopiRejections = {
  'wopi.notConfigured': {
    status: 409,
    message: {
      de: 'Für das Bearbeiten im Browser ist hier kein Editor eingerichtet.',
      en: 'No editor for editing in the browser is set up here.',
    },
    remedy: {
      de: 'Das Dokument auschecken und auf dem eigenen Rechner bearbeiten; die Administration kann einen Editor einrichten (LAUFMAPPE_EDITOR_URL).',
      en: 'Check the document out and edit it on your own machine; the administration can set up an editor (LAUFMAPPE_EDITOR_URL).',
    },
  },
  'wopi.editorAway': {
    status: 503,
    message: { de: 'Der Editor antwortet gerade nicht.', en: 'The editor does not answer just now.' },
    remedy: {
      de: 'In einer Minute noch einmal versuchen, oder das Dokument auschecken und auf dem eigenen Rechner bearbeiten.',
      en: 'Try again in a minute, or check the document out and edit it on your own machine.',
    },
  },
  'wopi.otherType': {
    status: 409,
    message: {
      de: 'Erwartet: eine Datei, die der Editor bearbeitet ({expected}). Gefunden: {found}.',
      en: 'Expected: a file that the editor edits ({expected}). Found: {found}.',
    },
    remedy: {
      de: 'Das Dokument auschecken und mit dem passenden Programm bearbeiten.',
      en: 'Check the document out and edit it with the program that fits.',
    },
  },
  'wopi.pageOnly': {
    status: 403,
    message: {
      de: 'Ein Editor öffnet sich nur für eine Person, die an der Seite angemeldet ist.',
      en: 'An editor opens only for a person who is signed in at the page.',
    },
    remedy: {
      de: 'Andere Systeme checken das Dokument aus und bringen die neue Fassung als Datei.',
      en: 'Other systems check the document out and bring the new version as a file.',
    },
  },
  'wopi.tokenUsed': {
    status: 409,
    message: { de: 'Dieses Zugangszeichen ist schon vergeben.', en: 'This token has been given already.' },
    remedy: { de: 'Den Editor noch einmal öffnen.', en: 'Open the editor again.' },
  },
  'wopi.otherBytes': {
    status: 422,
    message: {
      de: 'Erwartet: eine Datei der Art {expected}, wie zuvor. Gefunden: {found}. Es wurde nichts gesichert.',
      en: 'Expected: a file of the type {expected}, as before. Found: {found}. Nothing was saved.',
    },
    remedy: {
      de: 'Im selben Format speichern; ein anderes Format wird als eigenes Dokument abgelegt.',
      en: 'Save in the same format; another format is filed as a document of its own.',
    },
  },
} satisfies Record<string, RejectionText>;
