import type { Id } from '../views.js';
import { final, type ActDescription } from './describe.js';

export const searchActs = {
  'search.keepSearch': {
    label: { de: 'Suche merken', en: 'Keep search' },
    permission: 'akte.read',
    undo: { kind: 'reversible', by: 'search.removeSearch' },
  },
  'search.removeSearch': {
    label: { de: 'Gemerkte Suche entfernen', en: 'Remove kept search' },
    permission: 'akte.read',
    undo: final('Eine Suche lässt sich jederzeit neu merken.', 'A search can be kept anew at any time.'),
  },
} as const satisfies Record<string, ActDescription>;

export interface SearchActTypes {
  'search.keepSearch': {
    /** `shared`: everybody of the person's unit has it too. */
    input: { name: string; query: string; shared: boolean };
    output: { id: Id };
  };
  'search.removeSearch': { input: { id: Id }; output: { id: Id } };
}
