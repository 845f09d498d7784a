import { final, type ActDescription } from './describe.js';
import type { Id } from '../views.js';

export const aussonderungActs = {
  'aussonderung.transferAbgabe': {
    label: { de: 'Abgabe erstellen', en: 'Create transfer' },
    permission: 'aussonderung.transfer',
    undo: final(
      'Eine erstellte Abgabe bleibt nachweisbar; eine Korrektur ist eine neue Abgabe.',
      'A transfer stays on record; a correction is a new transfer.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface AussonderungActTypes {
  'aussonderung.transferAbgabe': {
    input: { vorgangIds: Id[] };
    output: { aussonderungId: Id; fileName: string; sha512: string; size: number };
  };
}
