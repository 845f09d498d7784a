import { final, system, type ActDescription } from './describe.js';
import type { Id } from '../views.js';

export const akteActs = {
  'akte.openAkte': { label: { de: 'Akte anlegen', en: 'Open file' }, undo: system },
  'akte.openVorgang': { label: { de: 'Vorgang anlegen', en: 'Open case' }, undo: system },
  'akte.recordAblage': { label: { de: 'Ablegen', en: 'File' }, undo: system },
  'akte.closeZdA': {
    label: { de: 'z. d. A. verfügen', en: 'Close to the files' },
    permission: 'akte.close',
    undo: final(
      'Ein Vorgang z. d. A. wird nur durch die Registratur wieder geöffnet.',
      'Only the records office reopens a closed case.',
    ),
  },
  'akte.reopenVorgang': {
    label: { de: 'Wieder öffnen', en: 'Reopen' },
    permission: 'akte.reopen',
    undo: final(
      'Der Vorgang kann danach neu z. d. A. verfügt werden; die Aufbewahrungsfrist zählt dann von vorn.',
      'The case can be closed to the files again afterwards; its retention period then counts anew.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface AkteActTypes {
  'akte.closeZdA': {
    input: { vorgangId: Id; version: number };
    output: { zdaDate: string; aufbewahrungsende: string | null };
  };
  'akte.reopenVorgang': {
    input: { vorgangId: Id; version: number; reason: string };
    output: { version: number };
  };
}
