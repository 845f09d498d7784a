import { final, type ActDescription } from './describe.js';
import type { Day, Id } from '../views.js';

export const fristActs = {
  'frist.setFrist': {
    label: { de: 'Frist setzen', en: 'Set deadline' },
    permission: 'akte.edit',
    undo: final(
      'Eine weitere Frist löst sie ab; beide stehen im Protokoll.',
      'A further deadline replaces it; both stand in the audit trail.',
    ),
  },
  'frist.extendFrist': {
    label: { de: 'Frist verlängern', en: 'Extend deadline' },
    permission: 'akte.edit',
    undo: final(
      'Eine Verlängerung zählt; wer sich geirrt hat, setzt die Frist mit Grund neu.',
      'An extension counts; whoever was wrong sets the deadline anew, with a reason.',
    ),
  },
  'frist.suspendVorgang': {
    label: { de: 'Ruhen lassen', en: 'Suspend' },
    permission: 'akte.edit',
    undo: { kind: 'reversible', by: 'frist.resumeVorgang' },
  },
  'frist.resumeVorgang': {
    label: { de: 'Wieder aufnehmen', en: 'Resume' },
    permission: 'akte.edit',
    undo: final(
      'Der Vorgang kann erneut ruhen; die Tage werden dann neu gezählt.',
      'The case can be suspended again; the days are then counted anew.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface FristActTypes {
  'frist.setFrist': {
    /** `version` 0 where the Vorgang has no Frist yet. */
    input: {
      vorgangId: Id;
      version: number;
      frist: Day;
      grundlage: string;
      mostExtensions: number | null;
      mostDays: number | null;
      reason: string;
    };
    output: { version: number };
  };
  'frist.extendFrist': {
    input: { vorgangId: Id; version: number; until: Day; reason: string };
    output: { version: number };
  };
  'frist.suspendVorgang': {
    input: { vorgangId: Id; version: number; days: number; reason: string };
    output: { version: number };
  };
  'frist.resumeVorgang': {
    input: { vorgangId: Id; version: number; reason: string };
    output: { version: number; frist: Day | null };
  };
}
