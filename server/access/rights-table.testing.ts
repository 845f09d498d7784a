import type { AccessRight, Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { Role } from '../contract/permissions.js';

/** Who a rule speaks of, as a person would say it. */
export type Named = 'house' | `unit ${string}` | `role ${Role}` | `person ${string}`;

/** The rules of the table: place, whom, what. `*` is the whole Aktenplan. */
export const RULES: readonly (readonly [place: string, subject: Named, right: AccessRight])[] = [
  ['*', 'role registratur', 'manage'],
  ['10', 'house', 'read'],
  ['10.11', 'role administration', 'work'],
  ['20', 'role leitung', 'work'],
  ['20', 'unit 20', 'read'],
  ['20.31', 'unit 20.31', 'work'],
  ['20.31.05', 'person deniz.aydin', 'work'],
  ['32', 'person ines.vogt', 'manage'],
];

export interface TableRecord {
  readonly position: string;
  readonly stufe?: Vertraulichkeitsstufe;
  /** The list of a protected Akte: nothing else counts. */
  readonly protected?: readonly (readonly [subject: Named, right: AccessRight])[];
  /** An open Aufgabe, of a person or of whoever has the role. */
  readonly aufgabe?: `person ${string}` | `role ${Role}`;
}

export const RECORDS: Readonly<Record<string, TableRecord>> = {
  'Sitzung des Kreistags': { position: '10.01.01' },
  Geräte: { position: '10.12.01' },
  Stellenplan: { position: '10.11.01' },
  Haushaltsplan: { position: '20.11.01' },
  Mietvertrag: { position: '20.31.02' },
  'Sanierung Kreishaus': { position: '20.31.05' },
  Versammlung: { position: '32.11.01' },
  'Personalakte Śliwa': {
    position: '10.21.02',
    protected: [
      ['role registratur', 'manage'],
      ['person tomasz.sliwa', 'read'],
      ['unit 20.31', 'work'],
    ],
  },
  'Amtshilfe, vertraulich': { position: '10.01.02', stufe: 'vertraulich' },
  'Amtshilfe, geheim': { position: '10.01.02', stufe: 'geheim' },
  'Wohngeld mit Aufgabe': { position: '50.11.02', aufgabe: 'person jana.petersen' },
  'Denkmal mit Gruppenaufgabe': { position: '63.21.01', aufgabe: 'role mitzeichnung' },
  'Geheim mit Aufgabe': { position: '50.11.01', stufe: 'geheim', aufgabe: 'person jana.petersen' },
};

/**
 * The law as a table: what each person may do with each record. A dash is nothing: for that person the record does not
 * exist. The columns are ines, jana, deniz, ruth, tomasz, helga, amir, kim.
 */
export const EXPECTED: Readonly<Record<keyof typeof RECORDS, string>> = {
  //                              ines    jana   deniz  ruth   tomasz helga   amir  kim
  'Sitzung des Kreistags': '      read    read   read   read   read   manage  read  read',
  Geräte: '                       read    read   read   read   read   manage  read  read',
  Stellenplan: '                  read    read   read   read   read   manage  read  work',
  Haushaltsplan: '                -       read   read   work   read   manage  -     -',
  Mietvertrag: '                  -       work   read   work   read   manage  -     -',
  'Sanierung Kreishaus': '        -       work   work   work   read   manage  -     -',
  Versammlung: '                  manage  -      -      -      -      manage  -     -',
  'Personalakte Śliwa': '         -       work   -      -      read   manage  -     -',
  'Amtshilfe, vertraulich': '     -       -      -      read   -      manage  read  -',
  'Amtshilfe, geheim': '          -       -      -      -      -      -       -     -',
  'Wohngeld mit Aufgabe': '       -       read   -      -      -      manage  -     -',
  'Denkmal mit Gruppenaufgabe': ' -       read   read   -      read   manage  -     -',
  'Geheim mit Aufgabe': '         -       -      -      -      -      -       -     -',
};

export const COLUMNS = [
  'ines.vogt',
  'jana.petersen',
  'deniz.aydin',
  'ruth.lindqvist',
  'tomasz.sliwa',
  'helga.brandt',
  'amir.rakimov',
  'kim.okafor',
] as const;
