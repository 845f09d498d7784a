import type { RejectionText } from '../rejections.js';

export const verfuegungRejections = {
  'verfuegung.notOrderable': {
    status: 422,
    message: {
      de: 'So kann nicht verfügt werden; {count} Gründe stehen darunter.',
      en: 'This cannot be ordered; {count} reasons follow.',
    },
    remedy: { de: 'Jeden Grund beheben und erneut verfügen.', en: 'Correct each reason and order again.' },
  },
  'verfuegung.empty': {
    status: 422,
    message: {
      de: 'Erwartet: mindestens ein Punkt. Gefunden: keiner.',
      en: 'Expected: at least one point. Found: none.',
    },
    remedy: { de: 'Einen Punkt hinzufügen.', en: 'Add a point.' },
  },
  'verfuegung.tooLong': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens {most} Punkte. Gefunden: {found}.',
      en: 'Expected: at most {most} points. Found: {found}.',
    },
    remedy: { de: 'Auf mehrere Verfügungen verteilen.', en: 'Split it into several instructions.' },
  },
  'verfuegung.twoZdA': {
    status: 422,
    message: {
      de: 'Erwartet: „z. d. A.“ einmal. Gefunden: noch einmal in Punkt {nummer}.',
      en: 'Expected: “to the files” once. Found: again in point {nummer}.',
    },
    remedy: { de: 'Den Punkt entfernen.', en: 'Remove the point.' },
  },
  'verfuegung.zdANotLast': {
    status: 422,
    message: {
      de: 'Erwartet: „z. d. A.“ als letzter Punkt. Gefunden: in Punkt {nummer}.',
      en: 'Expected: “to the files” as the last point. Found: in point {nummer}.',
    },
    remedy: { de: 'Den Punkt ans Ende stellen.', en: 'Move the point to the end.' },
  },
  'verfuegung.textMissing': {
    status: 422,
    message: {
      de: 'In Punkt {nummer} fehlt, was zu vermerken oder zu veranlassen ist.',
      en: 'Point {nummer} does not say what is to be noted or done.',
    },
    remedy: { de: 'Den Text ergänzen.', en: 'Add the text.' },
  },
  'verfuegung.dayWrong': {
    status: 422,
    message: { de: 'Punkt {nummer}: {whyDe}', en: 'Point {nummer}: {whyEn}' },
    remedy: { de: 'Den Tag berichtigen.', en: 'Correct the day.' },
  },
  'verfuegung.fristPassed': {
    status: 422,
    message: {
      de: 'Frist in Punkt {nummer}. Erwartet: heute oder später, höchstens zehn Jahre voraus. Gefunden: {day}.',
      en: 'Deadline in point {nummer}. Expected: today or later, ten years ahead at most. Found: {day}.',
    },
    remedy: { de: 'Den Tag berichtigen.', en: 'Correct the day.' },
  },
  'verfuegung.personUnsuited': {
    status: 422,
    message: { de: 'Punkt {nummer}: {name} {whyDe}', en: 'Point {nummer}: {name} {whyEn}' },
    remedy: { de: 'Eine andere Person wählen.', en: 'Choose another person.' },
  },
  'verfuegung.nobodyInGroup': {
    status: 422,
    message: {
      de: 'Punkt {nummer}: In dieser Gruppe ist niemand, der es tun könnte und den Vorgang sehen darf.',
      en: 'Point {nummer}: nobody in this group could do it and may see the case.',
    },
    remedy: { de: 'Eine andere Einheit oder eine Person wählen.', en: 'Choose another unit or a person.' },
  },
  'verfuegung.notRunning': {
    status: 409,
    message: {
      de: 'Erwartet: eine Verfügung mit offenen Punkten. Gefunden: {stateDe}.',
      en: 'Expected: an instruction with open points. Found: {stateEn}.',
    },
    remedy: { de: 'Neu verfügen.', en: 'Give a new instruction.' },
  },
  'verfuegung.punktEnded': {
    status: 409,
    message: {
      de: 'Erwartet: ein offener Punkt. Gefunden: Punkt {nummer} ist {stateDe}.',
      en: 'Expected: an open point. Found: point {nummer} is {stateEn}.',
    },
    remedy: {
      de: 'Den neuen Stand ansehen; was noch zu tun ist, ergänzen.',
      en: 'Look at it again; add what is still to do.',
    },
  },
  'verfuegung.notYours': {
    status: 403,
    message: {
      de: 'Verfügt hat {name}. Aufheben und zurücknehmen kann das auch die Registratur oder die Leitung, sonst niemand.',
      en: '{name} has ordered this. Apart from them only the registry or the head can strike it or take it back.',
    },
    remedy: { de: '{name} oder die Registratur darum bitten.', en: 'Ask {name} or the registry.' },
  },
  'verfuegung.begun': {
    status: 409,
    message: { de: 'Bereits von {person} weiterbearbeitet.', en: '{person} has already worked on it.' },
    remedy: {
      de: 'Einzelne offene Punkte mit Grund aufheben.',
      en: 'Strike single open points, with a reason.',
    },
  },
} as const satisfies Record<string, RejectionText>;
