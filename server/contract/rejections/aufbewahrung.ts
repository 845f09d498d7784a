import type { RejectionText } from '../rejections.js';

/** Refusals about Aufbewahrungsfristen and Sperren. */
export const aufbewahrungRejections = {
  'aussonderung.eventMissing': {
    status: 409,
    message: {
      de: 'Die Aufbewahrungsfrist hat noch nicht begonnen: Das Ereignis fehlt, mit dem sie beginnt.',
      en: 'The retention period has not begun yet: the event that lets it begin is missing.',
    },
    remedy: {
      de: 'Das Ereignis mit Tag und Grund durch die Registratur festhalten lassen.',
      en: 'Have the records office record the event with its day and reason.',
    },
  },
  'aussonderung.yearsOfPlan': {
    status: 422,
    message: {
      de: 'Erwartet: An einer Position werden nur Zählweise und Beginn festgelegt. Gefunden: Jahre.',
      en: 'Expected: a position only sets counting and beginning here. Found: years.',
    },
    remedy: {
      de: 'Die Jahre im Aktenplan selbst ändern.',
      en: 'Change the years in the filing plan itself.',
    },
  },
  'aussonderung.shorteningUnexplained': {
    status: 409,
    message: {
      de: 'Die Frist wäre kürzer, als der Aktenplan sagt ({planDe}); dafür fehlt ein eigener Grund.',
      en: 'The period would be shorter than the filing plan says ({planEn}); a reason of its own is missing.',
    },
    remedy: {
      de: 'Angeben, welche Vorschrift die kürzere Frist erlaubt; es braucht auch das Recht dazu.',
      en: 'Say which provision allows the shorter period; the right to do so is needed too.',
    },
  },
  'aussonderung.endsEarlier': {
    status: 409,
    message: {
      de: 'Die Frist von {aktenzeichen} würde früher enden als bisher am {before}; dafür fehlt ein eigener Grund.',
      en: 'The period of {aktenzeichen} would end earlier than {before}; a reason of its own is missing.',
    },
    remedy: {
      de: 'Angeben, warum der frühere Tag richtig ist; es braucht auch das Recht zum Verkürzen.',
      en: 'Say why the earlier day is right; the right to shorten is needed too.',
    },
  },
  'aussonderung.eventInFuture': {
    status: 422,
    message: {
      de: 'Feld „Tag“. Erwartet: ein Tag bis heute, {today}. Gefunden: {day}.',
      en: 'Field "day". Expected: a day until today, {today}. Found: {day}.',
    },
    remedy: {
      de: 'Das Ereignis festhalten, wenn es eingetreten ist.',
      en: 'Record the event once it has happened.',
    },
  },
  'aussonderung.eventTooOld': {
    status: 422,
    message: {
      de: 'Feld „Tag“. Erwartet: ein Tag ab 01.01.1900. Gefunden: {day}.',
      en: 'Field "day". Expected: a day from 01.01.1900 on. Found: {day}.',
    },
    remedy: { de: 'Das Jahr mit vier Ziffern eingeben.', en: 'Enter the year with four digits.' },
  },
  'aussonderung.noEventAwaited': {
    status: 409,
    message: {
      de: 'Erwartet: eine Aufbewahrungsfrist, die mit einem Ereignis beginnt. Gefunden: Für {name} beginnt sie mit der z. d. A.-Verfügung.',
      en: 'Expected: a retention period that begins with an event. Found: for {name} it begins with closing.',
    },
    remedy: {
      de: 'Zuerst festlegen, dass die Frist mit einem Ereignis beginnt.',
      en: 'First set that the period begins with an event.',
    },
  },
  'aussonderung.underSperre': {
    status: 409,
    message: {
      de: 'Sperre {onDe} seit {since}: {reason}',
      en: 'Legal hold {onEn} since {since}: {reason}',
    },
    remedy: {
      de: 'Warten, bis die Sperre mit Grund aufgehoben ist; das Recht dazu hat die Leitung.',
      en: 'Wait until the legal hold is lifted with a reason; the management has the right to do so.',
    },
  },
  'aussonderung.sperreLifted': {
    status: 409,
    message: {
      de: 'Erwartet: eine Sperre in Kraft. Gefunden: aufgehoben am {since}.',
      en: 'Expected: a legal hold in force. Found: lifted on {since}.',
    },
    remedy: { de: 'Neu laden; es ist nichts zu tun.', en: 'Reload; there is nothing to do.' },
  },
} satisfies Record<string, RejectionText>;
