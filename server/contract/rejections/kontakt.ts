import type { RejectionText } from '../rejections.js';

export const kontaktRejections = {
  'kontakt.merged': {
    status: 409,
    message: {
      de: 'Erwartet: ein eigener Eintrag. Gefunden: „{label}“ ist mit einem anderen zusammengeführt.',
      en: 'Expected: an entry of its own. Found: “{label}” is merged into another.',
    },
    remedy: {
      de: 'Den Eintrag nehmen, der geblieben ist, oder die Zusammenführung zurücknehmen.',
      en: 'Take the entry that was kept, or undo the merge.',
    },
  },
  'kontakt.sameEntry': {
    status: 409,
    message: {
      de: 'Ein Eintrag lässt sich nicht mit sich selbst zusammenführen.',
      en: 'An entry cannot be merged with itself.',
    },
    remedy: { de: 'Den anderen Eintrag wählen.', en: 'Choose the other entry.' },
  },
  'kontakt.notMerged': {
    status: 409,
    message: {
      de: 'Der Eintrag „{label}“ ist mit keinem anderen zusammengeführt.',
      en: 'The entry “{label}” is not merged into another.',
    },
    remedy: { de: 'Es ist nichts zurückzunehmen.', en: 'There is nothing to undo.' },
  },
  'kontakt.alreadyThere': {
    status: 409,
    message: {
      de: '„{label}“ nimmt am Vorgang schon als {rolle} teil.',
      en: '“{label}” already takes part as {rolle}.',
    },
    remedy: { de: 'Eine andere Rolle wählen, oder nichts tun.', en: 'Choose another role, or do nothing.' },
  },
} satisfies Record<string, RejectionText>;
