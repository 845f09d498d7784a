import type { RejectionText } from '../rejections.js';

export const accessRejections = {
  'access.mayNotWork': {
    status: 403,
    message: {
      de: 'Erwartet: das Recht, hier zu bearbeiten. Gefunden: nur das Recht zu lesen.',
      en: 'Expected: the right to work here. Found: only the right to read.',
    },
    remedy: {
      de: 'Die Registratur um das Recht bitten; „Wer kann das sehen?“ nennt, wer bearbeiten darf.',
      en: 'Ask the records office for the right; “Who can see this?” names those who may work here.',
    },
  },
  'access.mayNotManage': {
    status: 403,
    message: {
      de: 'Erwartet: das Recht, hier Rechte zu verwalten. Gefunden: ein geringeres Recht.',
      en: 'Expected: the right to manage rights here. Found: a lesser right.',
    },
    remedy: {
      de: 'Jemanden bitten, der hier verwalten darf.',
      en: 'Ask somebody who may manage rights here.',
    },
  },
  'access.ruleExists': {
    status: 409,
    message: {
      de: 'Für {subject} gilt an dieser Stelle schon eine Regel.',
      en: 'There already is a rule for {subject} at this place.',
    },
    remedy: {
      de: 'Die vorhandene Regel zurücknehmen und neu erteilen.',
      en: 'Withdraw the present rule and grant it anew.',
    },
  },
  'access.unknownSubject': {
    status: 422,
    message: {
      de: 'Die Einheit, Rolle oder Person, die das Recht bekommen soll, gibt es nicht.',
      en: 'The unit, role or person that is to get the right does not exist.',
    },
    remedy: { de: 'Aus der Liste wählen.', en: 'Choose from the list.' },
  },
  'access.notProtected': {
    status: 409,
    message: {
      de: 'Erwartet: Die Akte ist geschützt. Gefunden: Sie erbt ihre Rechte vom Aktenplan.',
      en: 'Expected: the file is protected. Found: it inherits its rights from the filing plan.',
    },
    remedy: {
      de: 'Die Akte zuerst schützen, oder die Regel an der Aktenplaneinheit erteilen.',
      en: 'Protect the file first, or grant the rule at the position of the filing plan.',
    },
  },
  'access.alreadyProtected': {
    status: 409,
    message: { de: 'Die Akte ist schon geschützt.', en: 'The file is protected already.' },
    remedy: { de: 'Die Liste ihrer Rechte ändern.', en: 'Change the list of its rights.' },
  },
  'access.nobodyLeft': {
    status: 409,
    message: {
      de: 'Danach dürfte niemand mehr die Rechte dieser Stelle verwalten.',
      en: 'Nobody could manage the rights of this place afterwards.',
    },
    remedy: {
      de: 'Zuerst einer weiteren Person, Rolle oder Einheit das Recht „verwalten“ geben.',
      en: 'Give the right “manage” to another person, role or unit first.',
    },
  },
  'access.notCleared': {
    status: 409,
    message: {
      de: 'Erwartet: Sie sind bis „{stufe}“ ermächtigt. Gefunden: bis „{clearance}“.',
      en: 'Expected: you are cleared up to “{stufe}”. Found: up to “{clearance}”.',
    },
    remedy: {
      de: 'Die Einstufung einer dafür ermächtigten Person überlassen.',
      en: 'Leave the classification to a person who is cleared for it.',
    },
  },
  'access.dayPassed': {
    status: 422,
    message: {
      de: 'Das Ende {day} liegt nicht in der Zukunft (heute: {today}).',
      en: 'The end {day} is not in the future (today: {today}).',
    },
    remedy: { de: 'Einen späteren Tag wählen.', en: 'Choose a later day.' },
  },
  'access.dayTooFar': {
    status: 422,
    message: {
      de: 'Das Ende {day} liegt mehr als ein Jahr entfernt.',
      en: 'The end {day} is more than a year away.',
    },
    remedy: {
      de: 'Höchstens ein Jahr wählen, oder eine dauernde Regel erteilen.',
      en: 'Choose a year at most, or grant a lasting rule.',
    },
  },
  'access.alreadyEnded': {
    status: 409,
    message: { de: 'Das ist schon beendet.', en: 'This has ended already.' },
    remedy: { de: 'Bitte neu laden.', en: 'Please reload.' },
  },
  'access.ownDeputy': {
    status: 422,
    message: { de: 'Niemand vertritt sich selbst.', en: 'Nobody stands in for themselves.' },
    remedy: { de: 'Eine andere Person wählen.', en: 'Choose another person.' },
  },
} satisfies Record<string, RejectionText>;
