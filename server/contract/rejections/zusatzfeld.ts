import type { RejectionText } from '../rejections.js';

export const zusatzfeldRejections = {
  'zusatzfeld.invalid': {
    status: 422,
    message: {
      de: 'Zusatzfelder, deren Angaben nicht passen: {count}.',
      en: 'Extra fields whose values do not fit: {count}.',
    },
    remedy: {
      de: 'Jede Angabe berichtigen; bis dahin wird nichts gespeichert.',
      en: 'Correct each of them; nothing is saved until then.',
    },
  },
  'zusatzfeld.valueUnfit': {
    status: 422,
    message: {
      de: '„{labelDe}“: Erwartet: {expectedDe}. Gefunden: {found}.',
      en: '“{labelEn}”: Expected: {expectedEn}. Found: {found}.',
    },
    remedy: { de: 'Die Angabe berichtigen oder das Feld leeren.', en: 'Correct the value or empty the field.' },
  },
  'zusatzfeld.unknownField': {
    status: 422,
    message: {
      de: 'Erwartet: ein Zusatzfeld dieser Art von Schriftgut. Gefunden: „{key}“.',
      en: 'Expected: an extra field of this type of record. Found: “{key}”.',
    },
    remedy: {
      de: 'Die Ansicht neu laden; die Felder wurden inzwischen geändert.',
      en: 'Reload the page; the fields have changed meanwhile.',
    },
  },
  'zusatzfeld.retiredField': {
    status: 409,
    message: {
      de: '„{labelDe}“ nimmt hier keine neue Angabe mehr auf.',
      en: '“{labelEn}” takes no new value here any more.',
    },
    remedy: {
      de: 'Die vorhandene Angabe stehen lassen, oder das Feld wieder verwenden lassen.',
      en: 'Leave the value as it is, or have the field used again.',
    },
  },
  'zusatzfeld.missing': {
    status: 409,
    message: {
      de: 'Pflichtangabe „{labelDe}“ fehlt: {record}.',
      en: 'Required value “{labelEn}” is missing: {record}.',
    },
    remedy: {
      de: 'Den Wert in den Angaben eintragen; ein gültiges Dokument setzt die Registratur vorher auf Entwurf zurück.',
      en: 'Enter it in the details; the registry makes a final document a draft before.',
    },
  },
  'zusatzfeld.keyTaken': {
    status: 409,
    message: {
      de: 'Den Schlüssel „{key}“ hat schon das Zusatzfeld „{labelDe}“.',
      en: 'The extra field “{labelEn}” already has the key “{key}”.',
    },
    remedy: {
      de: 'Einen anderen Schlüssel wählen; auch der eines stillgelegten Feldes bleibt vergeben.',
      en: 'Choose another key; that of a retired field stays taken as well.',
    },
  },
  'zusatzfeld.tooMany': {
    status: 409,
    message: {
      de: 'Erwartet: höchstens {most} Zusatzfelder je Art von Schriftgut, die in Gebrauch sind.',
      en: 'Expected: at most {most} extra fields in use for each kind of record.',
    },
    remedy: { de: 'Ein Feld stilllegen, das niemand braucht.', en: 'Retire a field that nobody needs.' },
  },
  'zusatzfeld.badDefinition': {
    status: 422,
    message: {
      de: 'Gründe, aus denen die Festlegung nicht geht: {count}.',
      en: 'Reasons why the definition does not work: {count}.',
    },
    remedy: { de: 'Jeden davon ausräumen.', en: 'Deal with each of them.' },
  },
  'zusatzfeld.limitsCrossed': {
    status: 422,
    message: {
      de: 'Erwartet: eine untere Grenze, die nicht über der oberen liegt. Gefunden: {low} und {high}.',
      en: 'Expected: a lower limit that is not above the upper one. Found: {low} and {high}.',
    },
    remedy: { de: 'Eine der Grenzen ändern oder weglassen.', en: 'Change or drop one of the limits.' },
  },
  'zusatzfeld.optionTwice': {
    status: 422,
    message: {
      de: 'Erwartet: Auswahlmöglichkeiten mit eigenem Schlüssel und Namen. Gefunden: zweimal „{option}“.',
      en: 'Expected: choices with a key and a name of their own. Found: “{option}” twice.',
    },
    remedy: { de: 'Eine der beiden anders nennen.', en: 'Rename one of the two.' },
  },
  'zusatzfeld.artOnlyForDokumente': {
    status: 422,
    message: {
      de: 'Eine Dokumentart gilt nur für Zusatzfelder von Dokumenten.',
      en: 'A kind of document applies to extra fields of documents only.',
    },
    remedy: { de: 'Die Dokumentart weglassen.', en: 'Leave out the kind of document.' },
  },
  'zusatzfeld.otherArt': {
    status: 409,
    message: {
      de: 'Was „{labelDe}“ enthält, steht fest: die Angaben ließen sich sonst nicht mehr lesen.',
      en: 'What “{labelEn}” holds is settled: its values could not be read otherwise.',
    },
    remedy: {
      de: 'Das Feld stilllegen und ein neues anlegen.',
      en: 'Retire the field and add a new one.',
    },
  },
  'zusatzfeld.breaksValues': {
    status: 409,
    message: {
      de: 'Gespeicherte Angaben, die nach der Änderung nicht mehr passen: {found}. Bestätigt: {confirmed}.',
      en: 'Stored values that would not fit any more: {found}. Confirmed: {confirmed}.',
    },
    remedy: {
      de: 'Die Grenzen weiter fassen, oder die genannte Zahl bestätigen: die Angaben bleiben dann, wie sie sind.',
      en: 'Widen the limits, or confirm this number: the values then stay as they are.',
    },
  },
  'zusatzfeld.alreadySo': {
    status: 409,
    message: { de: '„{labelDe}“ ist es schon.', en: '“{labelEn}” already is.' },
    remedy: { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  },
  'zusatzfeld.otherFields': {
    status: 412,
    message: {
      de: 'Erwartet: jedes Zusatzfeld genau einmal. Inzwischen gibt es andere.',
      en: 'Expected: every extra field exactly once. There are others by now.',
    },
    remedy: { de: 'Die Liste neu laden und noch einmal ordnen.', en: 'Reload the list and order it once more.' },
  },
} satisfies Record<string, RejectionText>;
