import type { RejectionText } from '../rejections.js';

export const wordingRejections = {
  'wording.fixed': {
    status: 422,
    message: {
      de: 'Dieses Wort lässt sich in dieser Sprache nicht ändern: Es hat dort mehr als eine Bedeutung.',
      en: 'This word cannot be changed in this language: it has more than one meaning there.',
    },
    remedy: {
      de: 'Das deutsche Wort lässt sich ändern.',
      en: 'The German word can be changed.',
    },
  },
  'wording.wrongForms': {
    status: 422,
    message: {
      de: 'Erwartet: {expected} Formen. Gefunden: {found}.',
      en: 'Expected: {expected} forms. Found: {found}.',
    },
    remedy: { de: 'Jede Form des Wortes ausfüllen.', en: 'Fill in each form of the word.' },
  },
  'wording.taken': {
    status: 409,
    message: {
      de: '„{word}“ steht schon für „{other}“.',
      en: '“{word}” already stands for “{other}”.',
    },
    remedy: {
      de: 'Ein anderes Wort wählen: Zwei Dinge dürfen nicht gleich heißen.',
      en: 'Choose another word: two things must not have one name.',
    },
  },
} as const satisfies Record<string, RejectionText>;
