import type { RejectionText } from '../rejections.js';

export const fachverfahrenRejections = {
  'fachverfahren.unknown': {
    status: 422,
    message: {
      de: 'Das Fachverfahren „{name}“ ist nicht eingerichtet.',
      en: 'The specialised system “{name}” is not set up.',
    },
    remedy: {
      de: 'Im Modell ein eingerichtetes nennen, oder es in der Datei von LAUFMAPPE_FACHVERFAHREN einrichten lassen.',
      en: 'Name one that is set up, or have it set up in the file of LAUFMAPPE_FACHVERFAHREN.',
    },
  },
  'fachverfahren.questionTooLarge': {
    status: 413,
    message: {
      de: 'Die Frage hat {size} Byte, erlaubt sind {most}.',
      en: 'The question has {size} bytes, {most} are allowed.',
    },
    remedy: { de: 'Nur fragen, was gebraucht wird.', en: 'Ask only what is needed.' },
  },
  'fachverfahren.away': {
    status: 503,
    message: {
      de: 'Das Fachverfahren „{name}“ antwortet zurzeit nicht: {reason}',
      en: 'The specialised system “{name}” does not answer now: {reason}',
    },
    remedy: {
      de: 'Es wird von selbst erneut gefragt; das Fachverfahren prüfen.',
      en: 'It is asked again by itself; check the specialised system.',
    },
  },
} satisfies Record<string, RejectionText>;
