import type { RejectionText } from '../rejections.js';

export const stapelRejections = {
  'stapel.empty': {
    status: 422,
    message: {
      de: 'Erwartet: mindestens ein Ziel für den Stapel. Gefunden: keines.',
      en: 'Expected: at least one target for the batch. Found: none.',
    },
    remedy: {
      de: 'Einträge in der Liste wählen oder die Suche weiter fassen.',
      en: 'Choose entries of the list or widen the search.',
    },
  },
  'stapel.tooMany': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens {most} Ziele in einem Stapel. Gefunden: mehr.',
      en: 'Expected: at most {most} targets in one batch. Found: more.',
    },
    remedy: {
      de: 'Die Suche eingrenzen, etwa mit plan: oder seit:, und mehrere Stapel zusammenstellen.',
      en: 'Narrow the search, for example by plan: or seit:, and plan several batches.',
    },
  },
  'stapel.notChecked': {
    status: 409,
    message: {
      de: 'Erwartet: ein geprüfter Stapel. Gefunden: {state}.',
      en: 'Expected: a checked batch. Found: {stateEn}.',
    },
    remedy: {
      de: 'Warten, bis die Prüfung fertig ist; ein beendeter Stapel wird neu zusammengestellt.',
      en: 'Wait until the check is done; plan an ended batch anew.',
    },
  },
  'stapel.nothingReady': {
    status: 409,
    message: {
      de: 'Keines der {total} Ziele lässt sich so bearbeiten.',
      en: 'None of the {total} targets can be dealt with like this.',
    },
    remedy: { de: 'Die Gründe stehen bei den Zielen.', en: 'The reasons stand beside the targets.' },
  },
  'stapel.ended': {
    status: 409,
    message: {
      de: 'Erwartet: ein Stapel, der noch nicht beendet ist. Gefunden: {state}.',
      en: 'Expected: a batch that has not ended. Found: {stateEn}.',
    },
    remedy: { de: 'Es ist nichts abzubrechen.', en: 'There is nothing to abort.' },
  },
  'stapel.leftOut': {
    status: 409,
    message: { de: 'Vor dem Start abgewählt.', en: 'Left out before the start.' },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
  'stapel.noWayBack': {
    status: 409,
    message: {
      de: 'Was dieser Stapel tut, lässt sich nicht als Ganzes zurücknehmen.',
      en: 'What this batch does cannot be taken back as a whole.',
    },
    remedy: { de: 'Jedes Ziel einzeln berichtigen.', en: 'Correct each target by itself.' },
  },
  'stapel.notStarted': {
    status: 409,
    message: {
      de: 'Erwartet: ein Stapel, der etwas getan hat. Gefunden: {state}.',
      en: 'Expected: a batch that has done something. Found: {stateEn}.',
    },
    remedy: { de: 'Es ist nichts zurückzunehmen.', en: 'There is nothing to take back.' },
  },
  'stapel.takenBack': {
    status: 409,
    message: { de: 'Der Stapel ist schon zurückgenommen.', en: 'The batch has been taken back already.' },
    remedy: {
      de: 'Was dabei nicht ging, steht mit Grund im zweiten Stapel.',
      en: 'What could not be taken back stands in the second batch, with the reason.',
    },
  },
  'stapel.personGone': {
    status: 403,
    message: {
      de: 'Wer den Stapel gestartet hat, kann sich nicht mehr anmelden.',
      en: 'Whoever started the batch can no longer sign in.',
    },
    remedy: {
      de: 'Eine andere Person stellt den Stapel neu zusammen.',
      en: 'Somebody else plans the batch anew.',
    },
  },
  'stapel.failed': {
    status: 500,
    message: {
      de: 'Bei diesem Ziel ist ein Fehler aufgetreten; an ihm wurde nichts geändert.',
      en: 'An error occurred with this target; nothing about it was changed.',
    },
    remedy: {
      de: 'Das Ziel einzeln bearbeiten. Bleibt der Fehler, der Administration die Nummer {incident} nennen.',
      en: 'Deal with the target alone. If the error stays, tell the administration the number {incident}.',
    },
  },
} satisfies Record<string, RejectionText>;
