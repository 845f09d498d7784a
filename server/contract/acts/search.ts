import type { Id } from '../views.js';
import type { ActDescription } from './describe.js';

export const searchActs = {
  'search.keepSearch': {
    label: { de: 'Suche merken', en: 'Keep search' },
    permission: 'akte.read',
    undo: { kind: 'reversible', by: 'search.removeSearch' },
  },
  'search.removeSearch': {
    label: { de: 'Gemerkte Suche entfernen', en: 'Remove kept search' },
    permission: 'akte.read',
    undo: { kind: 'reversible', by: 'search.keepSearch' },
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
