import { final, type ActDescription } from './describe.js';
import type { Mark } from '../schwaerzung-views.js';
import type { Id } from '../views.js';

export const schwaerzungActs = {
  'schwaerzung.saveEntwurf': {
    label: { de: 'Markierungen merken', en: 'Keep marks' },
    permission: 'dokument.write',
    undo: final('Markierungen lassen sich jederzeit ändern.', 'Marks can be changed at any time.'),
  },
  'schwaerzung.discardEntwurf': {
    label: { de: 'Markierungen verwerfen', en: 'Drop marks' },
    permission: 'dokument.write',
    undo: final('Es kann neu markiert werden.', 'Marks can be made anew.'),
  },
  'schwaerzung.makeSchwaerzung': {
    label: { de: 'Geschwärztes Dokument erstellen', en: 'Make redacted document' },
    permission: 'dokument.write',
    undo: final(
      'Das Original bleibt, wie es ist; das geschwärzte Dokument kann in den Papierkorb.',
      'The original stays as it is; the redacted document can be put into the bin.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface SchwaerzungActTypes {
  'schwaerzung.saveEntwurf': {
    /** `version` 0: there is no draft yet. */
    input: { dokumentId: Id; nummer: number; version: number; marks: Mark[] };
    output: { schwaerzungId: Id; version: number };
  };
  'schwaerzung.discardEntwurf': { input: { schwaerzungId: Id; version: number }; output: Record<string, never> };
  'schwaerzung.makeSchwaerzung': {
    input: {
      schwaerzungId: Id;
      version: number;
      betreff: string;
      /** Open Vorgang that takes the new Dokument: its own, or another one where that is z. d. A. */
      vorgangId: Id;
    };
    output: { dokumentId: Id };
  };
}
