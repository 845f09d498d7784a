import type { RejectionText } from '../rejections.js';

/** Refusals about the Vernichtung. */
export const vernichtungRejections = {
  'aussonderung.notDestroyable': {
    status: 409,
    message: {
      de: '{count} von {total} Vorgängen dürfen nicht vernichtet werden.',
      en: '{count} of {total} cases may not be destroyed.',
    },
    remedy: {
      de: 'Die genannten Vorgänge aus der Auswahl nehmen.',
      en: 'Take the cases named out of the selection.',
    },
  },
  'aussonderung.vorgangNotDestroyable': {
    status: 409,
    message: {
      de: '{aktenzeichen} darf nicht vernichtet werden. Offene Punkte: {count}.',
      en: '{aktenzeichen} may not be destroyed. Open points: {count}.',
    },
    remedy: { de: 'Die Punkte der Liste klären.', en: 'Deal with the points of the list.' },
  },
  'aussonderung.notToDestroy': {
    status: 409,
    message: {
      de: 'Erwartet: Aussonderungsart V. Gefunden: {art}.',
      en: 'Expected: disposal class V. Found: {art}.',
    },
    remedy: {
      de: 'A wird an das Archiv abgegeben; B wird erst durch die Bewertung des Archivs zu V.',
      en: 'A is transferred to the archive; B becomes V only by the appraisal of the archive.',
    },
  },
  'aussonderung.teilvorgangStays': {
    status: 409,
    message: {
      de: 'Der Vorgang hat Teilvorgänge, die nicht mit vernichtet werden.',
      en: 'The case has sub-cases that are not destroyed with it.',
    },
    remedy: {
      de: 'Die Teilvorgänge mit auswählen oder den Vorgang ausnehmen.',
      en: 'Select the sub-cases too, or take the case out.',
    },
  },
  'aussonderung.inVernichtung': {
    status: 409,
    message: {
      de: '{aktenzeichen} ist zur Vernichtung vorgelegt und bleibt bis dahin, wie es ist.',
      en: '{aktenzeichen} is selected for destruction and stays as it is until then.',
    },
    remedy: {
      de: 'Den Vorgang mit Grund von der Vernichtung ausnehmen oder den Antrag zurückziehen lassen.',
      en: 'Have the case taken out of the destruction with a reason, or the request withdrawn.',
    },
  },
  'aussonderung.notRequested': {
    status: 409,
    message: {
      de: 'Erwartet: Die Vernichtung wartet auf Freigabe. Gefunden: {stateDe}.',
      en: 'Expected: the destruction waits for its release. Found: {stateEn}.',
    },
    remedy: { de: 'Neu laden; es ist nichts zu tun.', en: 'Reload; there is nothing to do.' },
  },
  'aussonderung.samePerson': {
    status: 409,
    message: {
      de: 'Erwartet: Freigabe durch eine andere Person als die, die den Antrag gestellt hat.',
      en: 'Expected: release by another person than the one who made the request.',
    },
    remedy: {
      de: 'Eine zweite Person mit dem Recht freigeben lassen.',
      en: 'Have a second person with the right release it.',
    },
  },
  'aussonderung.lastItem': {
    status: 409,
    message: {
      de: 'Das ist der letzte Vorgang dieser Vernichtung.',
      en: 'This is the last case of this destruction.',
    },
    remedy: { de: 'Stattdessen den Antrag zurückziehen.', en: 'Withdraw the request instead.' },
  },
  'aussonderung.bytesInUse': {
    status: 503,
    message: {
      de: 'Dateien wurden eben erst gespeichert und können noch nicht gelöscht werden: {count}.',
      en: 'Files were stored only just now and cannot be removed yet: {count}.',
    },
    remedy: { de: 'Es wird von selbst erneut versucht.', en: 'It is tried again by itself.' },
  },
} satisfies Record<string, RejectionText>;
