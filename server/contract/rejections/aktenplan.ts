import type { RejectionText } from '../rejections.js';

export const aktenplanRejections = {
  'aktenplan.takesNoAkten': {
    status: 409,
    message: {
      de: 'Die Stelle {kennzeichen} nimmt keine neuen Akten auf.',
      en: 'The position {kennzeichen} takes no new files.',
    },
    remedy: {
      de: 'Eine offene Stelle ganz unten im Aktenplan wählen.',
      en: 'Choose an open position at the bottom of the filing plan.',
    },
  },
  'aktenplan.stillgelegt': {
    status: 409,
    message: { de: 'Die Stelle {kennzeichen} ist stillgelegt.', en: 'The position {kennzeichen} is closed.' },
    remedy: {
      de: 'Eine andere Stelle wählen, oder die Stelle durch die Registratur wieder öffnen lassen.',
      en: 'Choose another position, or have the records office reopen this one.',
    },
  },
  'aktenplan.notLeaf': {
    status: 409,
    message: {
      de: 'Unter {kennzeichen} liegen weitere Stellen; Akten hängen nur an den untersten.',
      en: 'There are further positions below {kennzeichen}; files hang on the lowest ones only.',
    },
    remedy: { de: 'Eine der Stellen darunter wählen.', en: 'Choose one of the positions below it.' },
  },
  'aktenplan.kennzeichenTaken': {
    status: 409,
    message: {
      de: 'Das Kennzeichen {kennzeichen} gibt es schon; auch ein stillgelegtes wird nicht neu vergeben.',
      en: 'The number {kennzeichen} exists already; that of a closed position is not given again either.',
    },
    remedy: { de: 'Ein freies Kennzeichen wählen.', en: 'Choose a free number.' },
  },
  'aktenplan.uppermostInherits': {
    status: 422,
    message: {
      de: 'Eine oberste Stelle kann nichts erben: Aufbewahrung und Aussonderungsart müssen bei ihr stehen.',
      en: 'An uppermost position inherits nothing: it must state retention and disposal class itself.',
    },
    remedy: { de: 'Beide Werte eintragen.', en: 'Enter both values.' },
  },
  'aktenplan.validFromPast': {
    status: 422,
    message: {
      de: 'Feld „gilt ab“. Erwartet: heute ({today}) oder später. Gefunden: {found}.',
      en: 'Field “valid from”. Expected: today ({today}) or later. Found: {found}.',
    },
    remedy: {
      de: 'Einen Tag ab heute wählen: Was war, wird nicht umgeschrieben.',
      en: 'Choose a day from today on: what has been is not rewritten.',
    },
  },
  'aktenplan.validFromFar': {
    status: 422,
    message: {
      de: 'Feld „gilt ab“. Erwartet: höchstens zehn Jahre voraus. Gefunden: {found}.',
      en: 'Field “valid from”. Expected: ten years ahead at most. Found: {found}.',
    },
    remedy: { de: 'Einen näheren Tag wählen.', en: 'Choose a nearer day.' },
  },
  'aktenplan.laterChange': {
    status: 409,
    message: {
      de: 'Für {kennzeichen} ist schon eine Änderung zum {day} vorgesehen.',
      en: 'A change of {kennzeichen} is planned for {day} already.',
    },
    remedy: {
      de: 'Die Änderung zum selben Tag oder später eintragen; am selben Tag löst sie die vorgesehene ab.',
      en: 'Enter the change for the same day or later; on the same day it replaces the planned one.',
    },
  },
  'aktenplan.nothingChanges': {
    status: 422,
    message: { de: 'Die Angaben ändern nichts.', en: 'The input changes nothing.' },
    remedy: { de: 'Etwas ändern oder abbrechen.', en: 'Change something, or cancel.' },
  },
  'aktenplan.parentUnknown': {
    status: 422,
    message: {
      de: 'Die übergeordnete Stelle gibt es am {day} nicht.',
      en: 'The position above does not exist on {day}.',
    },
    remedy: {
      de: 'Eine Stelle wählen, die an diesem Tag gilt.',
      en: 'Choose a position that is in force on that day.',
    },
  },
  'aktenplan.belowItself': {
    status: 422,
    message: {
      de: 'Die Stelle {kennzeichen} käme am {day} unter sich selbst zu liegen.',
      en: 'On {day} the position {kennzeichen} would lie below itself.',
    },
    remedy: {
      de: 'Eine Stelle wählen, die nicht unter {kennzeichen} liegt.',
      en: 'Choose a position that does not lie below {kennzeichen}.',
    },
  },
  'aktenplan.tooDeep': {
    status: 422,
    message: {
      de: 'Der Aktenplan hätte mehr als {limit} Stufen.',
      en: 'The filing plan would have more than {limit} levels.',
    },
    remedy: { de: 'Die Stelle weiter oben einhängen.', en: 'Put the position further up.' },
  },
  'aktenplan.alreadyClosed': {
    status: 409,
    message: {
      de: 'Die Stelle {kennzeichen} ist ab {day} schon stillgelegt.',
      en: 'The position {kennzeichen} is closed already from {day} on.',
    },
    remedy: { de: 'Nichts zu tun.', en: 'Nothing to do.' },
  },
  'aktenplan.notClosed': {
    status: 409,
    message: {
      de: 'Die Stelle {kennzeichen} ist selbst nicht stillgelegt.',
      en: 'The position {kennzeichen} is not closed itself.',
    },
    remedy: {
      de: 'Ist sie es durch eine Stelle darüber, diese öffnen.',
      en: 'If it is closed by one above it, open that one.',
    },
  },
} satisfies Record<string, RejectionText>;
