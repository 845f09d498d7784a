import type { AccessPlace, AccessRight, AccessSubject, Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { Role } from '../contract/permissions.js';
import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';

/** What sentences about rights call things by. */
export interface NameBook {
  readonly units: ReadonlyMap<Id, string>;
  readonly people: ReadonlyMap<Id, string>;
  readonly einheiten: ReadonlyMap<Id, string>;
  readonly akten: ReadonlyMap<Id, string>;
}

const ROLE_NAMES: Readonly<Record<Role, Sentence>> = {
  poststelle: { de: 'Poststelle', en: 'mail room' },
  sachbearbeitung: { de: 'Sachbearbeitung', en: 'case work' },
  mitzeichnung: { de: 'Mitzeichnung', en: 'co-signing' },
  leitung: { de: 'Leitung', en: 'head' },
  kasse: { de: 'Kasse', en: 'treasury' },
  registratur: { de: 'Registratur', en: 'records office' },
  archiv: { de: 'Archiv', en: 'archive' },
  administration: { de: 'Administration', en: 'administration' },
};

const STUFE_NAMES: Readonly<Record<Vertraulichkeitsstufe, Sentence>> = {
  offen: { de: 'offen', en: 'open' },
  nurFuerDenDienstgebrauch: { de: 'nur für den Dienstgebrauch', en: 'restricted' },
  vertraulich: { de: 'vertraulich', en: 'confidential' },
  geheim: { de: 'geheim', en: 'secret' },
  strengGeheim: { de: 'streng geheim', en: 'top secret' },
};

const RIGHT_NAMES: Readonly<Record<AccessRight, Sentence>> = {
  read: { de: 'lesen', en: 'read' },
  work: { de: 'bearbeiten', en: 'work' },
  manage: { de: 'verwalten', en: 'manage' },
};

export function nameOfStufe(stufe: Vertraulichkeitsstufe): Sentence {
  return STUFE_NAMES[stufe];
}

export function nameOfRight(right: AccessRight): Sentence {
  return RIGHT_NAMES[right];
}

export function nameOfSubject(subject: AccessSubject, names: Pick<NameBook, 'units' | 'people'>): Sentence {
  switch (subject.kind) {
    case 'house':
      return { de: 'das ganze Haus', en: 'the whole house' };
    case 'role': {
      const { de, en } = ROLE_NAMES[subject.role];
      return { de: `die Rolle ${de}`, en: `the role ${en}` };
    }
    case 'unit': {
      const name = names.units.get(subject.id) ?? '–';
      return { de: `die Einheit ${name}`, en: `the unit ${name}` };
    }
    case 'person': {
      const name = names.people.get(subject.id) ?? '–';
      return { de: name, en: name };
    }
  }
}

export function nameOfPlace(place: AccessPlace, names: Pick<NameBook, 'einheiten' | 'akten'>): Sentence {
  switch (place.kind) {
    case 'plan':
      return { de: 'der ganze Aktenplan', en: 'the whole filing plan' };
    case 'aktenplaneinheit': {
      const name = names.einheiten.get(place.id) ?? '–';
      return { de: name, en: name };
    }
    case 'akte': {
      const name = names.akten.get(place.id) ?? '–';
      return { de: `Akte ${name}`, en: `file ${name}` };
    }
  }
}
