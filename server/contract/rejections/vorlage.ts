import type { RejectionText } from '../rejections.js';

export const vorlageRejections = {
  'vorlage.unknown': {
    status: 422,
    message: { de: 'Die Vorlage „{name}“ gibt es nicht.', en: 'There is no template “{name}”.' },
    remedy: {
      de: 'Im Modell eine Vorlage aus processes/templates nennen.',
      en: 'Name a template of processes/templates in the model.',
    },
  },
  'vorlage.unreadable': {
    status: 422,
    message: {
      de: 'Die Vorlage „{name}“ ist nicht lesbar: {reason}.',
      en: 'The template “{name}” cannot be read: {reason}.',
    },
    remedy: { de: 'Die Datei der Vorlage berichtigen.', en: 'Correct the file of the template.' },
  },
} satisfies Record<string, RejectionText>;
