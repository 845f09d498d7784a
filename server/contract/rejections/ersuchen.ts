import type { RejectionText } from '../rejections.js';

export const ersuchenRejections = {
  'ersuchen.unknownMandant': {
    status: 422,
    message: {
      de: 'Erwartet: ein anderer Mandant dieser Installation. Gefunden: keiner.',
      en: 'Expected: another tenant of this installation. Found: none.',
    },
    remedy: {
      de: 'Die Behörde aus der Liste wählen; an andere geht eine Weitergabe mit Link.',
      en: 'Choose the authority from the list; others get a file by link.',
    },
  },
  'ersuchen.fristPast': {
    status: 422,
    message: {
      de: 'Erwartet: eine Frist ab heute, {today}. Gefunden: {frist}.',
      en: 'Expected: a deadline from today, {today}, on. Found: {frist}.',
    },
    remedy: {
      de: 'Einen späteren Tag wählen oder keine Frist nennen.',
      en: 'Choose a later day, or name no deadline.',
    },
  },
  'ersuchen.dokumentNotGoing': {
    status: 409,
    message: {
      de: 'Erwartet: gültige Dokumente dieses Vorgangs, die niemand gerade bearbeitet. Gefunden: {count} andere.',
      en: 'Expected: final documents of this case that nobody is editing. Found: {count} others.',
    },
    remedy: {
      de: 'Entwürfe fertigstellen oder einchecken, oder ohne sie senden.',
      en: 'Finish drafts or check them in, or send without them.',
    },
  },
  'ersuchen.ended': {
    status: 409,
    message: { de: 'Das Ersuchen ist {stateDe}.', en: 'The request is {stateEn}.' },
    remedy: {
      de: 'Es ist nichts zu tun; bei Bedarf ein neues Ersuchen stellen.',
      en: 'There is nothing to do; make a new request where one is needed.',
    },
  },
  'ersuchen.notAccepted': {
    status: 409,
    message: {
      de: 'Erwartet: ein angenommenes Ersuchen. Gefunden: Es liegt noch in keinem eigenen Vorgang.',
      en: 'Expected: an accepted request. Found: it lies in no case of our own yet.',
    },
    remedy: { de: 'Zuerst annehmen.', en: 'Accept it first.' },
  },
  'ersuchen.lessConfidential': {
    status: 409,
    message: {
      de: 'Erwartet: ein Vorgang, der so vertraulich ist wie das Ersuchen ({stufe}). Gefunden: {found}.',
      en: 'Expected: a case as confidential as the request ({stufeEn}). Found: {foundEn}.',
    },
    remedy: {
      de: 'Einen neuen Vorgang wählen (er erhält die Stufe), oder die Stufe des Vorgangs anheben.',
      en: 'Choose a new case (it gets that level), or raise the level of the case.',
    },
  },
  'ersuchen.tooConfidential': {
    status: 409,
    message: {
      de: 'Erwartet: eine Antwort, die höchstens so vertraulich ist wie das Ersuchen ({stufe}). Gefunden: {found}.',
      en: 'Expected: an answer at most as confidential as the request ({stufeEn}). Found: {foundEn}.',
    },
    remedy: {
      de: 'Diese Angaben auf dem Weg übermitteln, der für die Stufe vorgeschrieben ist.',
      en: 'Send these facts in the way that is prescribed for their level.',
    },
  },
  'ersuchen.answerFirst': {
    status: 409,
    message: {
      de: 'Die Aufgabe gehört zu einem Ersuchen von „{other}“, das noch nicht beantwortet ist.',
      en: 'The task belongs to a request of “{other}” that has not been answered yet.',
    },
    remedy: {
      de: 'Im Vorgang unter „Ersuchen“ antworten; damit ist auch die Aufgabe erledigt.',
      en: 'Answer in the case, under “Requests”; that completes the task too.',
    },
  },
} satisfies Record<string, RejectionText>;
