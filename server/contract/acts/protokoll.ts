import { final, system, type ActDescription } from './describe.js';
import type { Id } from '../views.js';

export const protokollActs = {
  'protokoll.createKey': { label: { de: 'Schlüssel anlegen', en: 'Create key' }, undo: system },
  'protokoll.rotateKey': {
    label: { de: 'Schlüssel wechseln', en: 'Rotate key' },
    permission: 'protokoll.rotateKey',
    undo: final(
      'Der alte Schlüssel wird vergessen, sobald er für den neuen gezeichnet hat.',
      'The old key is forgotten as soon as it has vouched for the new one.',
    ),
  },
  'protokoll.takeCheckpoint': {
    label: { de: 'Prüfpunkt setzen', en: 'Take checkpoint' },
    permission: 'protokoll.read',
    undo: final('Ein Prüfpunkt hält fest, was ist; er schadet nicht.', 'A checkpoint states what is; it does no harm.'),
  },
  'protokoll.eraseContent': {
    label: { de: 'Inhalt löschen', en: 'Erase content' },
    permission: 'protokoll.erase',
    undo: final(
      'Der Inhalt ist danach nirgends mehr; dass es den Eintrag gab, bleibt bewiesen.',
      'The content is nowhere afterwards; that the entry existed stays proved.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface ProtokollActTypes {
  'protokoll.rotateKey': {
    /** `keyHash` of the key in use, as the screen showed it. */
    input: { keyHash: string; reason: string };
    output: { verifierKey: string };
  };
  'protokoll.takeCheckpoint': {
    /** Number of a row that the checkpoint has to cover. */
    input: { covering: number };
    /** Rows that the newest checkpoint covers. */
    output: { size: number };
  };
  'protokoll.eraseContent': {
    input: { akteId: Id; sequences: number[]; reason: string };
    output: { erased: number };
  };
}
