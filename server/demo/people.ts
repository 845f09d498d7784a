import type { Role } from '../contract/permissions.js';
import type { Sentence } from '../contract/rejections.js';

export const DEMO_MANDANT = { name: 'Musterkreis', behoerdenschluessel: '99010', praefix: 'musterkreis' };

/** Public on purpose: the sign-in page of a demo shows it. A productive Mandant never gets these accounts. */
export const DEMO_PASSWORD = 'laufmappe-demo';

export const UNITS = [
  { code: '10', name: 'Zentrale Verwaltung' },
  { code: '20', name: 'Finanzen' },
  { code: '20.11', name: 'Haushalt' },
  { code: '20.21', name: 'Kreiskasse' },
  { code: '20.31', name: 'Liegenschaften' },
  { code: '47', name: 'Kreisarchiv' },
] as const;

export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly unit: (typeof UNITS)[number]['code'];
  readonly roles: readonly Role[];
  readonly roleLabel: Sentence;
  /** Highest Vertraulichkeitsstufe that the person may see; absent: the one that everybody has. */
  readonly clearance?: 'vertraulich';
}

/** Invented people. Two of the names need letters that only the whole of DIN 91379 has. */
export const PEOPLE: readonly DemoPerson[] = [
  person('ines.vogt', 'Ines Vogt', '10', ['poststelle'], 'Poststelle', 'Mail room'),
  person(
    'jana.petersen',
    'Jana Petersen',
    '20.31',
    ['sachbearbeitung', 'mitzeichnung'],
    'Sachbearbeitung Liegenschaften',
    'Case worker, real estate',
  ),
  person(
    'deniz.aydin',
    'Deniz Aydın',
    '20.11',
    ['sachbearbeitung', 'mitzeichnung'],
    'Sachbearbeitung Haushalt',
    'Case worker, budget',
  ),
  cleared(person('ruth.lindqvist', 'Dr. Ruth Lindqvist', '20', ['leitung'], 'Leitung Finanzen', 'Head of finance')),
  person('tomasz.sliwa', 'Tomasz Śliwa', '20.21', ['kasse', 'mitzeichnung'], 'Kasse', 'Treasury'),
  cleared(person('helga.brandt', 'Helga Brandt', '10', ['registratur'], 'Registratur', 'Records office')),
  cleared(person('amir.rakimov', 'Amir Ṟaḵīmov', '47', ['archiv'], 'Archiv', 'Archive')),
  person('kim.okafor', 'Kim Okafor', '10', ['administration'], 'Administration', 'Administration'),
];

function person(
  login: string,
  name: string,
  unit: DemoPerson['unit'],
  roles: readonly Role[],
  de: string,
  en: string,
): DemoPerson {
  return { login, name, unit, roles, roleLabel: { de, en } };
}

function cleared(person: DemoPerson): DemoPerson {
  return { ...person, clearance: 'vertraulich' };
}
