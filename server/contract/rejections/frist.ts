import type { RejectionText } from '../rejections.js';

export const fristRejections = {
  'frist.none': {
    status: 409,
    message: {
      de: 'Erwartet: ein Vorgang mit einer Frist. Gefunden: Er hat keine.',
      en: 'Expected: a case with a deadline. Found: it has none.',
    },
    remedy: { de: 'Zuerst „Frist setzen“.', en: 'First “Set deadline”.' },
  },
  'frist.rests': {
    status: 409,
    message: {
      de: 'Der Vorgang ruht seit dem {since}; so lange bleibt seine Frist, wie sie ist.',
      en: 'The case has been suspended since {since}; its deadline stays as it is for as long.',
    },
    remedy: { de: 'Den Vorgang zuerst wieder aufnehmen.', en: 'Resume the case first.' },
  },
  'frist.restsNot': {
    status: 409,
    message: { de: 'Der Vorgang ruht nicht.', en: 'The case is not suspended.' },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
  'frist.notLater': {
    status: 422,
    message: {
      de: 'Erwartet: ein Tag nach dem {frist}. Gefunden: {until}.',
      en: 'Expected: a day after {frist}. Found: {until}.',
    },
    remedy: {
      de: 'Einen späteren Tag wählen, oder die Frist mit Grund neu setzen.',
      en: 'Choose a later day, or set the deadline anew, with a reason.',
    },
  },
  'frist.extendedAlready': {
    status: 409,
    message: {
      de: 'Erwartet: höchstens {most} Verlängerungen. Gefunden: So oft wurde die Frist schon verlängert.',
      en: 'Expected: at most {most} extensions. Found: the deadline has been extended as often.',
    },
    remedy: {
      de: 'Bis zur Frist entscheiden. War die Regel falsch, die Frist mit Grund neu setzen.',
      en: 'Decide by the deadline. If the rule was wrong, set the deadline anew, with a reason.',
    },
  },
  'frist.tooLong': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens {most} Tage länger. Gefunden: {days}.',
      en: 'Expected: at most {most} days longer. Found: {days}.',
    },
    remedy: { de: 'Einen früheren Tag wählen.', en: 'Choose an earlier day.' },
  },
} satisfies Record<string, RejectionText>;
