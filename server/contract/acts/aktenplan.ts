import type { Aufbewahrung, Aussonderungsart } from '../aktenplan-views.js';
import type { Id } from '../views.js';
import { final, system, type ActDescription } from './describe.js';

const replaced = final(
  'Eine Änderung des Aktenplans gilt ab ihrem Tag; eine weitere Änderung löst sie ab, die Geschichte bleibt.',
  'A change of the filing plan holds from its day on; a further change replaces it, the history stays.',
);

export const aktenplanActs = {
  'aktenplan.addEinheit': {
    label: { de: 'Stelle anlegen', en: 'Add position' },
    permission: 'aktenplan.manage',
    undo: final(
      'Eine Stelle bleibt in der Geschichte des Aktenplans; sie kann stillgelegt werden.',
      'A position stays in the history of the filing plan; it can be closed.',
    ),
  },
  'aktenplan.changeEinheit': {
    label: { de: 'Stelle ändern', en: 'Change position' },
    permission: 'aktenplan.manage',
    undo: replaced,
  },
  'aktenplan.moveEinheit': {
    label: { de: 'Stelle verschieben', en: 'Move position' },
    permission: 'aktenplan.manage',
    undo: replaced,
  },
  'aktenplan.closeEinheit': {
    label: { de: 'Stelle stilllegen', en: 'Close position' },
    permission: 'aktenplan.manage',
    undo: final(
      'Eine stillgelegte Stelle wird durch „Wieder öffnen“ ab einem Tag wieder geöffnet.',
      'A closed position is opened again from a day on by “Reopen”.',
    ),
  },
  'aktenplan.reopenEinheit': {
    label: { de: 'Stelle wieder öffnen', en: 'Reopen position' },
    permission: 'aktenplan.manage',
    undo: replaced,
  },
  'aktenplan.importAktenplan': {
    label: { de: 'Aktenplan übernehmen', en: 'Take over filing plan' },
    permission: 'aktenplan.manage',
    undo: replaced,
  },
  'aktenplan.enterIntoForce': { label: { de: 'In Kraft treten', en: 'Enter into force' }, undo: system },
} as const satisfies Record<string, ActDescription>;

/** Which position, as the screen showed it, and the day from which the change holds. */
interface OfEinheit {
  einheitId: Id;
  version: number;
  validFrom: string;
}

export interface AktenplanActTypes {
  'aktenplan.addEinheit': {
    input: {
      kennzeichen: string;
      titel: string;
      parentId: Id | null;
      aufbewahrung: Aufbewahrung;
      aussonderungsart: Aussonderungsart | null;
      validFrom: string;
    };
    output: { einheitId: Id; version: number };
  };
  'aktenplan.changeEinheit': {
    input: OfEinheit & { titel: string; aufbewahrung: Aufbewahrung; aussonderungsart: Aussonderungsart | null };
    output: { version: number };
  };
  'aktenplan.moveEinheit': { input: OfEinheit & { parentId: Id | null }; output: { version: number } };
  'aktenplan.closeEinheit': { input: OfEinheit; output: { version: number } };
  'aktenplan.reopenEinheit': { input: OfEinheit; output: { version: number } };
  'aktenplan.importAktenplan': {
    /** `missing`: what becomes of positions that the file does not name. */
    input: { importId: Id; validFrom: string; missing: 'keep' | 'close' };
    output: { new: number; changed: number; closed: number };
  };
}
